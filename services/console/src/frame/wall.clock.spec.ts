import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { asInstant } from '../publications/written.ts';
import { momentOf, wallClock, wordsOf } from './wall.clock.ts';

const said = 'YYYY-MM-DDTHH:mm';
/** Some put their clocks forward over midnight, some by half an hour, one left out a whole day. */
const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const inZone = fc.constantFrom(...zones);
const instants = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
const onTheWall = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

describe('a time that is asked for', () => {
  afterAll(() => void vi.unstubAllEnvs());

  it('is the same instant whatever zone the browser is in: shown, typed, and chosen part by part', () => {
    const offsets = new Set<number>();
    fc.assert(
      fc.property(inZone, instants, instants, (zone, instant, before) => {
        vi.stubEnv('TZ', zone);
        offsets.add(new Date(2026, 0, 1).getTimezoneOffset());
        const words = onTheWall(instant);
        const [shown, other] = [momentOf(words, said), momentOf(onTheWall(before), said)];
        const typed = wallClock.locale.parse('zh_CN', words.replace('T', ' '), ['YYYY-MM-DD HH:mm']);
        if (shown === null || other === null) throw new Error(`${words} is no time in ${zone}`);
        const { setYear, setMonth, setDate, setHour, setMinute, getYear, getMonth, getDate } = wallClock;
        const day = setDate(
          setMonth(setYear(setDate(other, 1), getYear(shown)), getMonth(shown)),
          getDate(shown),
        );
        const chosen = setMinute(setHour(day, wallClock.getHour(shown)), wallClock.getMinute(shown));

        for (const moment of [shown, typed, chosen])
          expect(asInstant(wordsOf(moment, said)), zone).toBe(instant.toISOString());
      }),
      { numRuns: 1000 },
    );
    expect(offsets.size).toBeGreaterThan(4);
  });

  it('begins with today in China, not with the browser’s day', () => {
    for (const zone of zones) {
      vi.stubEnv('TZ', zone);
      expect(wallClock.getNow().format('YYYY-MM-DDTHH')).toBe(onTheWall(new Date()).slice(0, 13));
    }
  });

  it('is not made of words that are none', () => {
    for (const words of ['', '2026-02-30T08:00', '2026-11-29', 'morgen', undefined, null])
      expect(momentOf(words, said)).toBeNull();
    expect(wordsOf(null, said)).toBe('');
  });
});
