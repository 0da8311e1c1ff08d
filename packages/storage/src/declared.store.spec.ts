import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from './collection.ts';
import { declaredStore } from './declared.store.ts';
import { openSqliteStore } from './sqlite.store.ts';
import { notice, sampleSpec } from './testing/notice.sample.ts';

const kept = sampleSpec('kept');
let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'towncrier-declared-'));
  store = await openSqliteStore(folder);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('opens what the service said it keeps', async () => {
  const notices = await declaredStore(store, [kept]).collection(kept);

  expect(await notices.insert(notice('a'))).toBe(true);
  expect(await (await store.collection(kept)).get('a')).toEqual({ ...notice('a'), version: 1 });
});

it('opens nothing else, also under the name of a declared collection, and says where to add it', async () => {
  const declared = declaredStore(store, [kept]);

  await expect(declared.collection(sampleSpec('more'))).rejects.toThrow(
    /"more" is not in the service's list; add it to src\/collections\.ts/,
  );
  await expect(declared.collection(sampleSpec('kept'))).rejects.toThrow(TypeError);
});
