import type { TimelineEntry } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf } from './course.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 23, 14, 0, second)).toISOString();
const told = (second: number, more: Partial<TimelineEntry>): TimelineEntry => ({
  at: at(second),
  verb: 'publish',
  outcome: 'done',
  words: '',
  ...more,
});
const tried = (from: number, to: number, more: Partial<TimelineEntry> = {}): TimelineEntry =>
  told(to, { startedAt: at(from), endedAt: at(to), ...more });
const course = (timeline: readonly TimelineEntry[], state: 'confirmed' | 'waiting' | 'working', now = 900) =>
  courseOf({ timeline: [...timeline], state, releasedAt: at(0) }, at(now)).map(({ is, from, to, verb }) => [
    is,
    (Date.parse(from) - Date.parse(at(0))) / 1000,
    (Date.parse(to) - Date.parse(at(0))) / 1000,
    ...(verb === undefined ? [] : [verb]),
  ]);

describe('the course of a delivery', () => {
  it('tells waiting for its hour, queued, each attempt, the far end, and how it ended', () => {
    const timeline = [
      told(0, { verb: 'release', outcome: 'expected' }),
      told(1, { verb: 'accept', outcome: 'accepted', waitsUntil: at(100) }),
      tried(102, 104, { outcome: 'busy' }),
      tried(110, 112),
      tried(120, 121, { verb: 'observe', outcome: 'unclear' }),
      tried(130, 131, { verb: 'observe', outcome: 'present' }),
      told(131, { verb: 'settle', outcome: 'confirmed' }),
    ];
    expect(course(timeline, 'confirmed')).toEqual([
      ['queued', 0, 1],
      ['waiting', 1, 100],
      ['queued', 100, 102],
      ['attempt', 102, 104, 'publish'],
      ['queued', 104, 110],
      ['attempt', 110, 112, 'publish'],
      ['attempt', 120, 121, 'observe'],
      ['attempt', 130, 131, 'observe'],
      ['far-end', 112, 131],
      ['rest', 131, 131, 'settle'],
    ]);
  });

  it('that is not over lasts until now', () => {
    const timeline = [told(0, { verb: 'release', outcome: 'expected' }), tried(1, 2)];
    expect(course(timeline, 'working', 60).at(-1)).toEqual(['far-end', 2, 60]);
    const busy = [told(0, { verb: 'release', outcome: 'expected' }), tried(1, 2, { outcome: 'busy' })];
    expect(course(busy, 'waiting', 60).at(-1)).toEqual(['waiting', 2, 60]);
  });

  it('leaves no moment out between release and the last thing told, and goes back nowhere', () => {
    const step = fc.record({
      pause: fc.nat(50),
      lasts: fc.nat(20),
      outcome: fc.constantFrom('busy', 'done', 'pending', 'gone', 'unknown'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let second = 1;
        const timeline = [
          told(0, { verb: 'release', outcome: 'expected' }),
          told(1, { verb: 'accept', outcome: 'accepted' }),
        ];
        for (const { pause, lasts, outcome } of steps) {
          const from = second + pause;
          second = from + lasts;
          timeline.push(tried(from, second, { outcome: outcome as 'busy' }));
        }
        timeline.push(told(second, { verb: 'settle', outcome: 'confirmed' }));
        const spans = courseOf({ timeline, state: 'confirmed', releasedAt: at(0) }, at(second + 60));
        const covered = (ms: number): boolean =>
          spans.some(({ from, to }) => Date.parse(from) <= ms && ms <= Date.parse(to));
        for (let s = 0; s <= second; s += 1) expect(covered(Date.parse(at(s)))).toBe(true);
        for (const { from, to } of spans) expect(from <= to).toBe(true);
      }),
    );
  });
});
