import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../lib/data-folder.mjs';
import { bringUpData, checkData } from './bring-up.ts';

/** A project with one service whose notices have a second form: the street moves into the place. */
const collections = `
  const ok = (doc) => typeof doc.place?.street === 'string' && doc.street === undefined;
  const schema = {
    safeParse: (doc) => ok(doc)
      ? { success: true, data: doc }
      : { success: false, error: { issues: [{ path: ['place', 'street'], message: 'missing' }] } },
  };
  export const collections = [{
    name: 'notices', schemaVersion: 2, schema, indexes: [['place.street']],
    migrations: [({ street, ...doc }) => (street === undefined ? doc : { ...doc, place: { street } })],
  }];`;

describe('bringing data up to a new release', () => {
  let at: string;
  let dataDir: string;
  let said: string[];
  const ground = () => ({ at, dataDir, say: (line: string) => void said.push(...line.split('\n')) });
  const file = (): string => join(dataDir, 'hub', 'store.sqlite');
  const notices = (): unknown[] => {
    const database = new DatabaseSync(file(), { readOnly: true });
    const rows = database.prepare('SELECT doc FROM notices ORDER BY id').all();
    database.close();
    return rows.map(({ doc }) => JSON.parse(String(doc)) as unknown);
  };
  const write = (...docs: readonly { readonly _id: string; readonly street?: string }[]): void => {
    const database = new DatabaseSync(file());
    database.exec(
      'CREATE TABLE notices (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, doc TEXT NOT NULL)',
    );
    const put = database.prepare('INSERT INTO notices (id, version, doc) VALUES (?, 1, ?)');
    for (const doc of docs) put.run(doc._id, JSON.stringify({ ...doc, version: 1 }));
    database.close();
  };
  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'towncrier-migrate-'));
    dataDir = join(at, 'data');
    said = [];
    for (const folder of ['services/hub/src', 'services/hub/dist', 'data/hub'])
      mkdirSync(join(at, folder), { recursive: true });
    writeFileSync(join(at, 'services/hub/package.json'), '{ "type": "module" }');
    writeFileSync(join(at, 'services/hub/src/collections.ts'), '');
    writeFileSync(join(at, 'services/hub/dist/collections.js'), collections);
  });
  afterEach(() => rmSync(at, { recursive: true }));

  it('says what would move, and leaves the folder as it was', async () => {
    write({ _id: 'a', street: '灵泉东路' });
    const before = [notices(), readdirSync(dataDir, { recursive: true })];

    expect(await checkData(ground())).toBe(true);

    expect(said).toContain('  notices: version 1 → 2, 1 document to be brought up');
    expect([notices(), readdirSync(dataDir, { recursive: true })]).toEqual(before);
  });

  it('moves it, once, and frees the folder', async () => {
    write({ _id: 'a', street: '灵泉东路' });

    expect(await bringUpData(ground())).toBe(true);
    expect(said).toContain('hub: notices is of version 2 now');
    expect(notices()).toEqual([{ _id: 'a', version: 1, place: { street: '灵泉东路' } }]);

    said = [];
    expect(await bringUpData(ground())).toBe(true);
    expect(said).toEqual(['hub: 1 collection, 1 document', 'Everything opens as it is.']);
  });

  it('moves nothing when one document would not come along, and names it', async () => {
    write({ _id: 'a', street: '灵泉东路' }, { _id: 'b' });
    const before = notices();

    expect(await checkData(ground())).toBe(false);
    expect(await bringUpData(ground())).toBe(false);

    expect(said.join('\n')).toMatch(/✗ notices "b" cannot be brought from version 1 to 2: .*place\.street/);
    expect(notices()).toEqual(before);
  });

  it('refuses to look at, or move, what a running system works on', async () => {
    write({ _id: 'a', street: '灵泉东路' });
    const system = await openDataFolder(dataDir, () => undefined);

    await expect(checkData(ground())).rejects.toThrow(/is running on .*; stop it first/);
    await expect(bringUpData(ground())).rejects.toThrow(/is running on .*; stop it first/);
    system.release();
  });

  it('says which service has not been built', async () => {
    rmSync(join(at, 'services/hub/dist'), { recursive: true });

    await expect(checkData(ground())).rejects.toThrow('hub has not been built; run `npm run build`.');
  });

  it('asks for the right folder where there is none', async () => {
    dataDir = join(at, 'nowhere');

    await expect(checkData(ground())).rejects.toThrow(/no data folder .*nowhere; set TOWNCRIER_DATA/);
  });
});
