import { expect, it } from 'vitest';
import { lastReleaseIn } from './column.release.ts';

const edition = (releasedAt: string | null, more: { drill?: boolean; column?: string } = {}) => ({
  releasedAt,
  drill: more.drill ?? false,
  matter: { column: more.column ?? 'tzgg' },
});

it('the last day of a column is that of its newest release, by the calendar of China', () => {
  const docs = [
    { editions: [edition('2026-11-20T01:00:00.000Z')] },
    { editions: [edition('2026-11-22T17:00:00.000Z'), edition(null)] },
  ];
  expect(lastReleaseIn('tzgg', docs)).toBe('2026-11-23');
});

it('exercises, drafts and what came into another column are no update', () => {
  const docs = [
    { editions: [edition('2026-11-22T01:00:00.000Z', { drill: true })] },
    { editions: [edition('2026-11-22T01:00:00.000Z', { column: 'sthj' })] },
    { editions: [edition(null)] },
  ];
  expect(lastReleaseIn('tzgg', docs)).toBeNull();
});
