import { describe, expect, it } from 'vitest';
import { ChinaCalendar } from './china.calendar.ts';
import { publicationDueOn } from './obligations.ts';
import { understood, UnknownTimeLimit } from './time-limit.rule.ts';

const calendar = new ChinaCalendar();
const due = (...rules: { kind: string; [more: string]: unknown }[]) =>
  publicationDueOn(rules, '2026-11-02', calendar);

describe('the last day to publish', () => {
  it.each([
    ['workingDaysFromFormation', '2026-11-09'],
    ['workingDaysFromDecision', '2026-11-09'],
    ['workingDaysFromEvent', '2026-11-09'],
    ['workingDaysFromRequest', '2026-11-09'],
    ['calendarDaysFromEvent', '2026-11-09'], // the seventh is a Saturday
  ])('five days by %s', (kind, on) => {
    expect(due({ kind, days: 5 })).toBe(on);
  });

  it('is the day itself for what is public in real time', () => {
    expect(due({ kind: 'realtime' })).toBe('2026-11-02');
  });

  it('in months ends on the same day, or on the next that is worked', () => {
    expect(due({ kind: 'calendarDaysFromEvent', months: 1 })).toBe('2026-12-02');
    const from = (event: string) =>
      publicationDueOn([{ kind: 'calendarDaysFromEvent', months: 1 } as { kind: string }], event, calendar);
    expect(from('2026-10-05')).toBe('2026-11-05');
    expect(from('2026-04-30')).toBe('2026-06-01');
  });

  it('is the earliest of several', () => {
    expect(
      due({ kind: 'workingDaysFromFormation', days: 20 }, { kind: 'workingDaysFromDecision', days: 7 }),
    ).toBe('2026-11-11');
    expect(due({ kind: 'workingDaysFromDecision', days: 7 }, { kind: 'realtime' })).toBe('2026-11-02');
  });

  it.each(['noticePeriod', 'withdrawWithin', 'stopPublicityAfter', 'beforeEvent', 'permanent', 'promptly'])(
    'does not follow from %s',
    (kind) => {
      expect(due({ kind, days: 3, minDays: 3, months: 3 })).toBeNull();
    },
  );

  it('does not follow from what recurs, nor from no rule', () => {
    expect(due({ kind: 'periodic', every: 'month' })).toBeNull();
    expect(due()).toBeNull();
  });

  it('is not computed from a rule that is not understood', () => {
    for (const rule of [
      { kind: 'workingDaysFromDream', days: 5 },
      { kind: 'workingDaysFromFormation' },
      { kind: 'workingDaysFromFormation', days: 0 },
      { kind: 'calendarDaysFromEvent' },
      { kind: 'calendarDaysFromEvent', days: 1, months: 1 },
    ])
      expect(() => due(rule)).toThrow(UnknownTimeLimit);
  });

  it('keeps what a rule says beside', () => {
    expect(understood({ kind: 'realtime', appliesTo: ['预警'] } as { kind: string })).toEqual({
      kind: 'realtime',
      appliesTo: ['预警'],
    });
  });
});
