import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing } from '@towncrier/secrets';
import { openStore, type CollectionSpec, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { holdsSealed, sealedStore } from './sealed.store.ts';

const thing = z.object({
  _id: z.string(),
  version: z.int(),
  who: z.object({ phone: z.string(), title: z.string() }).nullable(),
  words: z.string().optional(),
});
type Thing = z.infer<typeof thing>;
const things: CollectionSpec<Thing> = {
  name: 'things',
  schemaVersion: 1,
  schema: thing,
  indexes: [],
  sealed: ['who.phone', 'words'],
};

let folder: string;
let raw: Store;
let ring: KeyRing;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-sealed-'));
  raw = await openStore({ service: 'hub', dataDir: folder });
  ring = await KeyRing.open(join(folder, 'keys', 'a.key'), '2026-11-23', () => Promise.resolve(false));
});
afterEach(async () => {
  await raw.close();
  await rm(folder, { recursive: true, force: true });
});

const phone = '13987654321';
const who = { phone, title: '陈丽' };
const stored = async (): Promise<string> => {
  const { items } = await (await raw.collection(things)).find({}, { order: { _id: 'asc' } });
  return JSON.stringify(items);
};

it('the store never sees what is sealed, and everybody else never sees that it is', async () => {
  const docs = await sealedStore(raw, ring).collection(things);
  await docs.insert({ _id: 'a', who, words: 'sealed:not:really' });
  await docs.insert({ _id: 'b', who: null });
  await docs.change('a', (doc) => (doc === null ? null : { ...doc, who: { ...who, title: '陈丽丽' } }));

  expect(await docs.get('a')).toMatchObject({ who: { phone, title: '陈丽丽' }, words: 'sealed:not:really' });
  expect((await docs.find({}, { order: { _id: 'asc' } })).items.map((d) => d.who?.phone)).toEqual([
    phone,
    undefined,
  ]);
  expect(await stored()).not.toContain(phone);
  expect(await stored()).not.toContain('not:really');
  expect(await stored()).toContain('陈丽丽');
});

it('what was stored in the open before is sealed at the next opening', async () => {
  await (await raw.collection(things)).insert({ _id: 'a', who, words: '请提供征地补偿方案' });
  expect(await holdsSealed(raw, [things])).toBe(false);

  const docs = await sealedStore(raw, ring).collection(things);

  expect(await stored()).not.toMatch(/13987654321|征地/);
  expect(await docs.get('a')).toMatchObject({ who, words: '请提供征地补偿方案' });
  expect(await holdsSealed(raw, [things])).toBe(true);
});

it('an envelope that was put elsewhere, or whose key is gone, does not open, and says which file is needed', async () => {
  const docs = await sealedStore(raw, ring).collection(things);
  await docs.insert({ _id: 'a', who });
  const plain = await raw.collection(things);
  const { version: _version, ...mine } = (await plain.get('a')) as Thing;
  await plain.insert({ ...mine, _id: 'b' });
  await expect(docs.get('b')).rejects.toThrow('things|b|who.phone');

  const other = await KeyRing.open(join(folder, 'keys', 'b.key'), '2026-11-23', () => Promise.resolve(false));
  const late = await sealedStore(raw, other).collection(things);
  await expect(late.get('a')).rejects.toThrow(/b\.key 里没有编号为/);
});

it('a key file that is gone is not made anew while the store has what it sealed', async () => {
  await (await sealedStore(raw, ring).collection(things)).insert({ _id: 'a', who });
  const lost = join(folder, 'keys', 'lost.key');
  await expect(
    KeyRing.open(lost, '2026-11-23', () => holdsSealed(raw, [things]), 'HUB_KEY_FILE'),
  ).rejects.toThrow(/lost\.key 不在了.*HUB_KEY_FILE/);
});
