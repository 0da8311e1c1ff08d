import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileStore } from './file.store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('the same file handed in many times at once is kept once, and nothing half written stays', async () => {
  const [store, hash, bytes] = [new FileStore(folder), 'ab'.repeat(32), Buffer.from('停水公告')];
  await Promise.all(Array.from({ length: 20 }, () => store.put(hash, bytes)));
  expect(await store.get(hash)).toEqual(bytes);
  expect(await readdir(join(folder, 'ab'))).toEqual([hash]);
});
