import { ChinaCalendar } from '@towncrier/calendar';
import { expect, it } from 'vitest';
import { daysOf } from './agenda.days.ts';

it('names holidays, and weekend days that are worked', () => {
  const days = daysOf('2026-10-01', '2026-10-11', new ChinaCalendar());
  expect(days).toHaveLength(11);
  expect(days[0]).toMatchObject({ on: '2026-10-01', worked: null, known: true });
  expect(days[0]?.off).toContain('国庆');
  expect(days.find((d) => d.on === '2026-10-10')).toMatchObject({ off: null, worked: expect.any(String) });
  expect(days.at(-1)).toMatchObject({ on: '2026-10-11', off: null, worked: null });
});

it('says of a year that is not announced that nobody knows', () => {
  expect(daysOf('2031-10-01', '2031-10-01', new ChinaCalendar())).toEqual([
    { on: '2031-10-01', off: null, worked: null, known: false },
  ]);
});
