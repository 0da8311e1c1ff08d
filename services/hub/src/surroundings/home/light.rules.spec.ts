import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../obligations/obligations.ts';
import { mostPressing } from './home.days.ts';
import { lightsOf, type ColumnSeen } from './light.rules.ts';

const today = '2026-11-29';
const column = (lastOn: string | null, freshness: ColumnSeen['freshness'] = 'F14'): ColumnSeen => ({
  title: '通知公告',
  freshness,
  lastOn,
});
const owed = (state: Obligation['state'], dueOn: string, lead = '市水务局'): Obligation => ({
  item: 'A-1',
  name: '水质',
  body: '水务',
  lead,
  from: '2026-11-01',
  dueOn,
  provisional: false,
  nth: 1,
  state,
  publication: null,
  write: { item: 'A-1', type: 'general-notice', column: 'tzgg' },
});
const shows = (...columns: ColumnSeen[]) => lightsOf(columns, [], today).map((light) => light.shows);

describe('the light of a column', () => {
  it.each([
    ['2026-11-29', 'green'],
    ['2026-11-20', 'green'],
    ['2026-11-19', 'yellow'],
    ['2026-11-15', 'yellow'],
    ['2026-11-14', 'red'],
    [null, 'red'],
  ])('that was last filled on %s and is to be filled every 14 days is %s', (lastOn, light) => {
    expect(shows(column(lastOn))).toEqual([light]);
  });

  it('that publishes as things happen is none', () => {
    expect(shows(column(null, 'FEVT'), column(null, 'FCAL'))).toEqual([]);
  });
});

describe('the light of a body', () => {
  it('is red for what is overdue, yellow for what is due within a week', () => {
    const all = [
      owed('met', '2026-11-01', '甲'),
      owed('open', '2026-12-06', '乙'),
      owed('overdue', '2026-11-20', '丙'),
      owed('open', '2026-12-07', '甲'),
    ];
    expect(lightsOf([], all, today).map(({ name, shows: light }) => [name, light])).toEqual([
      ['丙', 'red'],
      ['乙', 'yellow'],
      ['甲', 'green'],
    ]);
  });
});

it('what presses is overdue or due within two weeks, and nothing that was met', () => {
  const day = fc
    .integer({ min: 0, max: 80 })
    .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
  const any = fc.tuple(fc.constantFrom('met', 'open', 'overdue'), day).map(([state, on]) => owed(state, on));
  fc.assert(
    fc.property(fc.array(any), (all) => {
      const pressing = mostPressing(all, today);
      for (const one of pressing) expect(one.state === 'overdue' || one.dueOn <= '2026-12-13').toBe(true);
      expect(pressing.some(({ state }) => state === 'met')).toBe(false);
      expect(pressing.map((o) => o.dueOn)).toEqual(pressing.map((o) => o.dueOn).toSorted());
      expect(all.filter(({ state }) => state === 'overdue').every((o) => pressing.includes(o))).toBe(true);
    }),
  );
});
