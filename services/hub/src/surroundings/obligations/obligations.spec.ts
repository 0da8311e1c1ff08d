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
  it('is due four times a year, by the end of each quarter', () => {
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

describe('an item that recurs otherwise', () => {
  const item = (every: string, times?: number): Item => ({
    ...quarterly,
    timeLimit: { text: '', rules: [{ kind: 'periodic', every, ...(times === undefined ? {} : { times }) }] },
  });
  const duties = (one: Item, releases: readonly string[] = [], more = {}) =>
    obligationsOf([one], 2026, new ChinaCalendar(), {
      ...known,
      releases: new Map([['HJBH-99', releases.map((on, n) => ({ publication: `P${n}`, on }))]]),
      ...more,
    });

  it('每周更新 makes an obligation a week, not one a year', () => {
    expect(duties(item('week'))).toHaveLength(52);
  });

  it('每月更新2次 makes two a month, each met by a release of its own', () => {
    const all = duties(item('month', 2), ['2026-01-10', '2026-02-03', '2026-02-20', '2026-02-21']);
    expect(all).toHaveLength(24);
    expect(all.slice(0, 5).map((o) => [o.dueOn, o.nth, o.state, o.publication])).toEqual([
      ['2026-02-02', 1, 'met', 'P0'],
      ['2026-02-02', 2, 'overdue', null],
      ['2026-02-28', 1, 'met', 'P1'],
      ['2026-02-28', 2, 'met', 'P2'],
      ['2026-03-31', 1, 'overdue', null],
    ]);
  });

  it('a month that ends on a Saturday is met on the Monday after, and the next month begins all the same', () => {
    const met = (...releases: string[]) =>
      duties(item('month'), releases)
        .slice(0, 2)
        .map((o) => o.publication);
    expect(met('2026-02-02')).toEqual(['P0', null]);
    expect(met('2026-01-15', '2026-02-02')).toEqual(['P0', 'P1']);
    expect(met('2026-02-03')).toEqual([null, 'P0']);
  });

  it('is met by the first and on the last day of its period, whatever order releases come in', () => {
    expect(duties(item('year'), ['2026-01-01'])[0]?.state).toBe('met');
    expect(duties(item('year'), ['2026-12-31'])[0]?.state).toBe('met');
    expect(duties(item('quarter'), ['2026-12-31', '2026-01-01']).map((o) => o.publication)).toEqual([
      'P1',
      null,
      null,
      'P0',
    ]);
  });

  it('is overdue the day after its last day, and owed from the day there is a catalogue', () => {
    const state = (today: string) => duties(item('quarter'), [], { today })[0]?.state;
    expect([state('2026-03-31'), state('2026-04-01')]).toEqual(['open', 'overdue']);
    expect(duties(item('quarter'), [], { since: '2026-06-30' })).toHaveLength(3);
    expect(duties(item('quarter'), [], { since: '2026-07-01' })).toHaveLength(2);
  });

  it('in a word nobody knows is an error that names the word', () => {
    expect(() => duties(item('fortnight'))).toThrow('fortnight');
  });

  it('stands in the order of its days, then of its items', () => {
    const [a, b] = [{ ...item('quarter'), id: 'A-01' }, item('month')];
    const all = obligationsOf([b, a], 2026, new ChinaCalendar(), known);
    expect(all.slice(0, 4).map((o) => `${o.dueOn} ${o.item}`)).toEqual([
      '2026-02-02 HJBH-99',
      '2026-02-28 HJBH-99',
      '2026-03-31 A-01',
      '2026-03-31 HJBH-99',
    ]);
  });
});

it('the shipped catalogue has recurring obligations; other items have none', () => {
  const all = obligationsOf(items, 2026, new ChinaCalendar(), known);
  expect(new Set(all.map((o) => o.item))).toEqual(
    new Set(items.filter((i) => i.timeLimit.rules.some((r) => r.kind === 'periodic')).map((i) => i.id)),
  );
  const next = obligationsOf(items, 2027, new ChinaCalendar(), known);
  expect(next.length).toBeGreaterThan(0);
  expect(next.every((o) => o.provisional)).toBe(true);
  expect(all.some((o) => o.provisional && o.dueOn < '2027-01-01')).toBe(false);
});
