import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaylistItem } from './playlist.format.ts';
import { lengthOf, roundMs, roundOf, shareOf, type Showing } from './round.ts';

const item = (
  notice: string,
  seconds: readonly number[],
  over: Partial<PlaylistItem> = {},
): PlaylistItem => ({
  notice,
  edition: 1,
  kind: 'notice',
  title: notice,
  text: notice,
  priority: 0,
  from: '2026-11-23T01:00:00.000Z',
  to: '2026-11-30T01:00:00.000Z',
  pages: seconds.map((s, i) => ({ url: '', sha256: `${notice}${i}`, bytes: 1, ms: s * 1000 })),
  ...over,
});
const urgent = (notice: string, seconds: readonly number[]) => item(notice, seconds, { priority: 50 });

const shown = (showings: readonly Showing[]): string[] =>
  showings.map(({ item: { notice }, pages }) => `${notice}:${pages.length}`);
const lasts = (showings: readonly Showing[]): number => lengthOf(showings.flatMap(({ pages }) => pages));
/** Of a day: as the sample notices are on a strip of 24 × 4 characters. */
const usual = [
  ...[[16.5], [22.75, 17.25], [23, 7.25], [22.75, 17], [21.25, 8.75], [17], [17], [13.5, 5.25]],
  ...[[23.25, 14.75], [22.75, 20], [16], [22.75, 7.25], [22.75, 17], [17], [23, 7.25], [22.75, 20], [16]],
].map((seconds, i) => item(`n${String(i).padStart(2, '0')}`, seconds));

describe('a round of a screen', () => {
  it('shows everything whole where there is room for it', () => {
    const { showings, of } = roundOf([item('a', [20, 20]), item('b', [20])], 0);
    expect([shown(showings), of]).toEqual([['a:2', 'b:1'], 1]);
  });

  it('takes no more than five minutes with the seventeen notices of a day, and all of them came after three', () => {
    expect(usual).toHaveLength(17);
    const rounds = [0, 1, 2].map((n) => roundOf(usual, n));
    expect(lengthOf(usual.flatMap(({ pages }) => pages))).toBeGreaterThan(roundMs);
    for (const { showings } of rounds) expect(lasts(showings)).toBeLessThanOrEqual(roundMs);
    const seen = rounds.flatMap(({ showings }) => showings.map(({ item: { notice } }) => notice));
    expect(new Set(seen).size).toBe(17);
  });

  it('begins with what is urgent, and shows it again after every minute', () => {
    const { showings } = roundOf(
      [item('a', [40]), item('b', [40]), item('c', [40]), urgent('火', [10, 8])],
      5,
    );
    expect(shown(showings)).toEqual(['火:2', 'a:1', 'b:1', '火:1', 'c:1']);
  });

  it('has corrections and withdrawals every time, then the newest', () => {
    const old = [
      item('corrected', [30], { edition: 2, from: '2026-11-01T01:00:00.000Z' }),
      item('withdrawn', [30], { kind: 'withdrawal', from: '2026-11-02T01:00:00.000Z' }),
      item('newest', [30], { from: '2026-11-24T01:00:00.000Z' }),
    ];
    const many = [...usual, ...old];
    for (const n of [0, 1, 2, 3])
      expect(shown(roundOf(many, n).showings).slice(0, 3)).toEqual([
        'withdrawn:1',
        'corrected:1',
        'newest:1',
      ]);
  });

  it('shows of a long notice its first page and one of the others by turn', () => {
    const long = item('long', [20, 21, 22, 23], { from: '2026-11-24T01:00:00.000Z' });
    const pages = [0, 1, 2, 3].map((n) =>
      roundOf([...usual, long], n).showings[0]?.pages.map(({ ms }) => ms / 1000),
    );
    expect(pages).toEqual([
      [20, 21],
      [20, 22],
      [20, 23],
      [20, 21],
    ]);
  });

  it('shows nothing when nothing is due', () => {
    expect(roundOf([], 3).showings).toEqual([]);
  });
});

const seconds = fc.integer({ min: 3, max: 60 });
const arbitraryItem = fc
  .tuple(fc.array(seconds, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), fc.nat(50))
  .map(([pages, edition, hour]) => ({
    pages,
    edition,
    from: `2026-11-${10 + (hour % 20)}T0${hour % 9}:00:00Z`,
  }));
/** Up to two urgent ones among up to sixty. */
const anyLoad = fc
  .tuple(
    fc.array(arbitraryItem, { maxLength: 60 }),
    fc.array(fc.array(seconds, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  )
  .map(([routine, pressing]) => [
    ...routine.map(({ pages, ...over }, i) => item(`r${i}`, pages, over)),
    ...pressing.map((pages, i) =>
      urgent(
        `u${i}`,
        pages.map((s) => Math.min(s, 20)),
      ),
    ),
  ]);

describe('whatever is due', () => {
  it('every page of every item comes within as many rounds as are promised for each of its pages', () => {
    fc.assert(
      fc.property(anyLoad, (due) => {
        const { of } = roundOf(due, 0);
        const pages = new Set<string>();
        const within: Set<string> = new Set();
        for (let n = 0; n < of * 3; n += 1)
          for (const { item: one, pages: some } of roundOf(due, n).showings) {
            if (n < of) within.add(one.notice);
            for (const { sha256 } of some) pages.add(sha256);
          }
        expect(within.size).toBe(due.length);
        expect(pages.size).toBe(due.flatMap((one) => one.pages).length);
      }),
    );
  });

  it('what is urgent is in every round, first and whole, and most often', () => {
    fc.assert(
      fc.property(anyLoad, fc.nat(40), (due, n) => {
        const pressing = due.filter(({ priority }) => priority > 0);
        const { showings } = roundOf(due, n);
        const first = showings.slice(0, pressing.length);
        expect(first.every((one) => one.item.priority > 0 && one.pages === one.item.pages)).toBe(true);
        const times = (notice: string) => showings.filter((one) => one.item.notice === notice).length;
        const most = Math.max(
          0,
          ...due.filter(({ priority }) => priority === 0).map((one) => times(one.notice)),
        );
        for (const { notice } of pressing) expect(times(notice)).toBeGreaterThanOrEqual(most);
      }),
    );
  });

  it('no round is longer than five minutes and one item', () => {
    fc.assert(
      fc.property(anyLoad, fc.nat(40), (due, n) => {
        const { showings } = roundOf(due, n);
        const single = Math.max(0, ...due.map(shareOf));
        const wide = lasts(showings) <= roundMs;
        const alone = showings.filter((one) => one.item.priority === 0).length <= 1;
        expect(wide || (alone && lasts(showings) <= roundMs + single)).toBe(true);
      }),
    );
  });

  it('the order does not depend on the order in which it is told', () => {
    fc.assert(
      fc.property(anyLoad, fc.nat(9), (due, n) => {
        const names = (of: readonly PlaylistItem[]) => shown(roundOf(of, n).showings);
        expect(names(due.toReversed())).toEqual(names(due));
      }),
    );
  });
});
