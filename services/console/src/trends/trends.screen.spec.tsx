import { describe, expect, it } from 'vitest';
import { channel } from '../testing/samples.ts';
import { hubFor, screen, show, waitFor, within } from '../testing/screen.tsx';
import { drawingsOf } from './drawing.rules.ts';
import { TrendsPage } from './trends.page.tsx';
import type { Stats } from './trends.ts';

const none = {
  accepted: 0,
  waiting: 0,
  unknown: 0,
  confirmed: 0,
  failed: 0,
  share: null,
  p50: null,
  p95: null,
};
const owed = { backlog: 0, stuck: 0, oldest: null, confirmedAt: null };
const some = { ...none, confirmed: 3, failed: 1, share: 0.75, p95: 4200 };
const stats = (span: Stats['span'], series: Stats['channels'][number]['series']): Stats => ({
  span,
  at: '2026-11-23T02:05:00.000Z',
  bucketMs: 3_600_000,
  channels: [{ channel: 'sms', ...some, ...owed, series, targets: [] }],
});
const day = stats('24h', [
  { from: '2026-11-23T01:00:00.000Z', ...none },
  { from: '2026-11-23T02:00:00.000Z', ...some },
]);

const town = () =>
  hubFor('operator')
    .on('get', '/api/v1/channels', { channels: [channel('sms', '短信')] })
    .on('get', '/api/v1/monitor/stats', ({ query }) =>
      query['span'] === '24h' ? day : stats('28d', [{ from: '2026-11-22T16:00:00.000Z', ...some }]),
    );

describe('the trends', () => {
  it('are pictures, each with the same as a table', async () => {
    town();
    const user = show(<TrendsPage />);

    await waitFor(() => expect(document.querySelectorAll('svg path').length).toBeGreaterThan(0));
    const [, share] = await screen.findAllByText('以表格显示');
    await user.click(share as HTMLElement);
    const table = within(screen.getByRole('region', { name: '成功率' }));
    expect(table.getByText('短信（%）')).toBeTruthy();
    expect(table.getByText('10:00').closest('tr')?.textContent).toBe('10:0075');
    expect(table.getByText('09:00').closest('tr')?.textContent).toBe('09:00—');
  });

  it('go over another time, which the address keeps', async () => {
    const hub = town();
    const user = show(<TrendsPage />);
    await screen.findByText('成功率');
    await user.click(screen.getByText('28 天'));

    await waitFor(() => expect(hub.to('get', '/stats').at(-1)?.query).toEqual({ span: '28d' }));
    expect(location.search).toBe('?span=28d');
    expect((await screen.findAllByText('11月23日')).length).toBeGreaterThan(0);
  });

  it('say that there is nothing yet', async () => {
    town().on('get', '/api/v1/monitor/stats', { ...day, channels: [] });
    show(<TrendsPage />);
    expect(await screen.findByText('还没有投递记录')).toBeTruthy();
  });
});

it('nothing is drawn as nothing, not as zero', () => {
  const [counts, share, took] = drawingsOf(day, () => '短信');
  expect(counts?.columns.map(({ name, values }) => [name, values])).toContainEqual(['已核实', [0, 3]]);
  expect(share?.columns).toEqual([{ name: '短信', values: [null, 75] }]);
  expect(took?.columns).toEqual([{ name: '短信', values: [null, 4.2] }]);
});
