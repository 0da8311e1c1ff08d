import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screen, show, within } from '../testing/screen.tsx';
import { Bars, lengthOf } from './bars.tsx';
import { DayColumns } from './columns.tsx';

describe('a bar', () => {
  it('is as long as its share of the longest, is seen when there is anything, and is none for nothing', () => {
    expect([lengthOf(50, 100), lengthOf(100, 100), lengthOf(0, 100), lengthOf(0, 0)]).toEqual([
      50, 100, 0, 0,
    ]);
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const longest = Math.max(a, b);
        const [one, other] = [lengthOf(a, longest), lengthOf(b, longest)];
        expect(one >= 0 && one <= 100 && one > 0 === a > 0).toBe(true);
        if (a >= b) expect(one).toBeGreaterThanOrEqual(other);
      }),
    );
  });

  it('stands beside its words and its figure, so that nothing is told by a picture alone', async () => {
    show(
      <Bars
        title="各单位发布"
        bars={[
          { label: '水务局', value: 24 },
          { label: '林业局', value: 6 },
        ]}
      />,
    );
    const rows = await screen.findAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['水务局24', '林业局6']);
    expect(rows[1]?.querySelector('rect')?.getAttribute('width')).toBe('25');
  });

  it('is none where there is nothing', async () => {
    show(<Bars title="各单位发布" bars={[{ label: '水务局', value: 0 }]} />);
    expect(await screen.findByText('本月没有数据')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('a column for each day', () => {
  it('is told in words, too', async () => {
    show(
      <DayColumns
        title="每日发布"
        days={[
          { on: '2026-11-01', value: 0 },
          { on: '2026-11-02', value: 4 },
        ]}
      />,
    );
    const picture = await screen.findByRole('img', { name: '每日发布：2026-11-02 4 件' });
    expect(within(document.body).getByText('最多一天 4 件')).toBeTruthy();
    expect([...picture.querySelectorAll('rect')].map((r) => r.getAttribute('height'))).toEqual(['0', '100']);
  });
});
