import { expect, it } from 'vitest';
import { editingLocks } from './editing.locks.ts';

it('a lock of before there were tabs is held in no tab that is known', () => {
  const before = { _id: '7K3QZP4M', version: 3, by: 'editor', until: '2026-11-23T02:05:00.000Z' };
  const after = editingLocks.migrations?.[0]?.(before);

  expect(editingLocks.schema.parse(after)).toEqual({ ...before, tab: '' });
});
