import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { firstOrganisations } from '../../access/organisation/organisation.seed.ts';
import { openAreas } from './area.files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-areas-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('the shipped divisions have one for every township and village of the sample organisations', async () => {
  const table = await openAreas(folder);
  const villages = firstOrganisations.filter((o) => o.kind === 'village');

  const names = new Set(table.areas.map((a) => a.name));
  expect(villages.filter((o) => !names.has(o.name))).toEqual([]);
  expect(table.areas).toHaveLength(1 + 7 + villages.length);
  expect(table.areas.filter((a) => table.parentOf(a.code) === '532502000000')).toHaveLength(7);
});

it('the county’s own table stands instead of the shipped one', async () => {
  await writeFile(
    join(folder, 'areas.json'),
    JSON.stringify({ note: '2026', areas: [{ code: '530402000000', name: '红塔区' }] }),
  );

  const table = await openAreas(folder);

  expect(table.nameOf('530402000000')).toBe('红塔区');
  expect(table.unknownIn(['530402000000', '532502000000', '532502000000'])).toEqual(['532502000000']);
});

it.each([
  ['is no JSON', '{'],
  ['has a code of eleven digits', '{"note":"","areas":[{"code":"53250200000","name":"开远市"}]}'],
  [
    'has a code twice',
    '{"note":"","areas":[{"code":"532502000000","name":"开远市"},{"code":"532502000000","name":"开远"}]}',
  ],
])('a table that %s is refused by the name of its file', async (_what, text) => {
  await writeFile(join(folder, 'areas.json'), text);

  await expect(openAreas(folder)).rejects.toThrow(/areas\.json is no table of divisions/);
});
