import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@towncrier/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderEdition } from '../src/board.rendition.ts';
import { settings } from '../src/settings.ts';
import { judge, profiles } from './pdf.judge.ts';
import { printed } from './printed.samples.ts';

const chosen = loadSettings(settings, {
  PUBLIC_URL: 'https://gg.example.gov.cn',
  BOARD_STAFF_TOKEN: 'a-token-of-staff',
});
const papers = ['A3', 'A4'] as const;
const end = '%%EOF\n';
/** The file as it was before it was declared to be PDF/UA-1: without its last update. */
function undeclared(pdf: Uint8Array): Buffer {
  const bytes = Buffer.from(pdf);
  return bytes.subarray(0, bytes.lastIndexOf('%%EOF', bytes.length - end.length - 1) + end.length);
}

describe.each(profiles)('by veraPDF, profile %s,', { timeout: 300_000 }, (profile) => {
  let folder: string;
  let found: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-pdf-'));
    const files: string[] = [];
    for (const [name, edition] of Object.entries(printed))
      for (const { paper, pdf } of (await renderEdition(edition, chosen, papers)).papers) {
        files.push(join(folder, `${name} ${paper}.pdf`));
        await writeFile(files.at(-1) ?? '', pdf);
      }
    found = await judge(files, profile);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const sheets = Object.keys(printed).flatMap((name) => papers.map((paper) => `${name} ${paper}`));
  it.each(sheets)('the sheet “%s” passes', (sheet) => {
    expect(found.get(join(folder, `${sheet}.pdf`))).toEqual([]);
  });
});

it('veraPDF finds fault with a sheet that shows no title and does not say that it is accessible', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-pdf-'));
  const file = join(folder, 'undeclared.pdf');
  const [sheet] = (await renderEdition(printed.ordinary, chosen, ['A4'])).papers;
  await writeFile(file, undeclared(sheet?.pdf ?? Buffer.alloc(0)));
  expect((await judge([file], 'ua1')).get(file)).toEqual(['FAIL', '5-1', '7.1-10']);
  expect((await judge([file], '2a')).get(file)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
}, 120_000);
