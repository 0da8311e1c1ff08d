import { ChinaCalendar } from '@towncrier/calendar';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import shipped from '../catalogue/data/disclosure-items.json' with { type: 'json' };
import { item, type Item } from '../catalogue/item.ts';
import { obligationsOf } from './obligations.ts';

const items = z.array(item).parse(shipped.items);
const quarterly = {
  ...(items[0] as Item),
  id: 'HJBH-99',
  timeLimit: { text: '每季度', rules: [{ kind: 'periodic', every: 'quarter' }] },
};
const known = { releases: new Map(), since: '2020-01-01', today: '2026-11-23' };
const of = (releases: readonly string[], more = {}) =>
  obligationsOf([quarterly], 2026, new ChinaCalendar(), {
    ...known,
    releases: new Map([['HJBH-99', releases.map((on, n) => ({ publication: `P${n}`, on }))]]),
    ...more,
  });

describe('a quarterly item', () => {
  it('is due four times a year, on the last working day of each quarter', () => {
    expect(of([]).map((o) => [o.dueOn, o.state])).toEqual([
      ['2026-03-31', 'overdue'],
      ['2026-06-30', 'overdue'],
      ['2026-09-30', 'overdue'],
      ['2026-12-31', 'open'],
    ]);
  });

  it('is owed since there is a catalogue, not before', () => {
    expect(of([], { since: '2026-08-01' }).map((o) => o.dueOn)).toEqual(['2026-09-30', '2026-12-31']);
  });

  it('is met by a release within the period, and by none outside', () => {
    expect(of(['2026-01-05', '2026-06-30', '2026-10-01']).map((o) => [o.state, o.publication])).toEqual([
      ['met', 'P0'],
      ['met', 'P1'],
      ['overdue', null],
      ['met', 'P2'],
    ]);
    expect(of(['2025-12-31'])[0]?.state).toBe('overdue');
  });
});

it('the shipped catalogue has recurring obligations; other items have none', () => {
  const all = obligationsOf(items, 2026, new ChinaCalendar(), known);
  expect(new Set(all.map((o) => o.item))).toEqual(
    new Set(items.filter((i) => i.timeLimit.rules.some((r) => r.kind === 'periodic')).map((i) => i.id)),
  );
  expect(() => obligationsOf(items, 2027, new ChinaCalendar(), known)).toThrow('2027');
});
