import { expect, it } from 'vitest';
import { asSentAt } from './cap.instants.ts';

it('moves every instant of a message by as much', () => {
  const xml =
    '<sent>2026-11-28T16:00:00+08:00</sent><expires> 2026-11-29T04:00:00+08:00 </expires><event>16:00</event>';
  expect(asSentAt(xml, new Date('2026-12-01T00:00:30Z'))).toBe(
    '<sent>2026-12-01T08:00:30+08:00</sent><expires>2026-12-01T20:00:30+08:00</expires><event>16:00</event>',
  );
});

it('leaves a message alone that does not say when it was sent', () => {
  const xml = '<alert><expires>2026-11-29T04:00:00+08:00</expires></alert>';
  expect(asSentAt(xml, new Date())).toBe(xml);
});
