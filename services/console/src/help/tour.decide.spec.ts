import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepAfter, type Seen } from './tour.decide.ts';
import { tours, type TourStep } from './tours.ts';

const seen = (at: string, tags: readonly string[] = [], there: readonly string[] = []): Seen => ({
  at,
  says: (words) => tags.includes(words),
  has: (selector) => there.includes(selector),
});
const steps: readonly TourStep[] = [
  { words: '撰写', done: { at: 'write' } },
  { words: '写', done: { at: 'write', has: 'p' } },
  { words: '看' },
  { words: '提交', done: { at: 'publication', says: ['待审', '审核中'] } },
];

describe('a tour', () => {
  it('goes on when what it asks for is there, all of it', () => {
    expect(stepAfter(steps, 0, seen('list'))).toBe(0);
    expect(stepAfter(steps, 0, seen('write'))).toBe(1);
    expect(stepAfter(steps, 1, seen('write'))).toBe(1);
    expect(stepAfter(steps, 1, seen('write', [], ['p']))).toBe(2);
    expect(stepAfter(steps, 3, seen('publication', ['草稿']))).toBe(3);
    expect(stepAfter(steps, 3, seen('publication', ['审核中']))).toBe(4);
  });
  it('follows whoever is a step ahead, and does not jump further', () => {
    expect(stepAfter(steps, 0, seen('write', [], ['p']))).toBe(2);
    expect(stepAfter(steps, 1, seen('publication', ['待审']))).toBe(1);
  });
  it('waits for the person where only the person can tell', () =>
    expect(stepAfter(steps.slice(0, 3), 2, seen('write', [], ['p']))).toBe(2));

  const anySeen = fc
    .record({
      at: fc.constantFrom('list', 'write', 'publication', 'correct', 'reviews'),
      tags: fc.subarray(['待审', '等待一审', '已发布', '已审定', '已核实', '已撤回']),
      is: fc.boolean(),
    })
    .map(({ at, tags, is }): Seen => ({ at, says: (w) => tags.includes(w), has: () => is }));
  it('never goes back, and ends at its end', () =>
    fc.assert(
      fc.property(fc.constantFrom(...tours), fc.array(anySeen), (tour, all) => {
        let at = 0;
        for (const one of all) {
          const next = stepAfter(tour.steps, at, one);
          expect(next).toBeGreaterThanOrEqual(at);
          expect(next).toBeLessThanOrEqual(tour.steps.length);
          at = next;
        }
      }),
    ));
});
