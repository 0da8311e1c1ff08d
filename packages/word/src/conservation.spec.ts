import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWord } from './read-word.ts';
import { balance } from './testing/conservation.ts';
import { elementNames, independentRuns } from './testing/independent.reader.ts';
import { specimens } from './testing/specimens/specimens.ts';
import { wordFile } from './testing/word.file.ts';
import { verdictOf } from './word.verdicts.ts';

const folder = new URL('../fixtures/', import.meta.url);
/** Digits that the importer writes itself: the place of a picture, the number of a note. */
const ownDigits = new Map([
  ['footnote.docx', ['1']],
  ['image-in-cell.docx', ['1', '2']],
  ['libreoffice-footnote.docx', ['1']],
  ['libreoffice-notice.docx', ['1', '2']],
]);
/** Signs that LibreOffice writes as letters of a font of symbols. */
const ownSigns = new Map([['libreoffice-checkbox.docx', ['\uf052', '\uf0fe', '\uf0a8']]]);
const handed = readdirSync(folder).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(name, folder))),
  computed: ownDigits.get(name) ?? [],
  signs: ownSigns.get(name) ?? [],
}));
const made = specimens.map(({ name, file, computed = [], signs = [] }) => ({
  name,
  bytes: wordFile(file),
  computed,
  signs,
}));
const files = [...handed, ...made];

describe('every character is accounted for', () => {
  it('in more than sixty documents', () => {
    expect(files.length).toBeGreaterThan(90);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  it.each(files)('$name', async ({ bytes, computed, signs }) => {
    const { missing, unpaid, joined } = balance(independentRuns(bytes), await readWord(bytes));
    expect(missing).toEqual(signs);
    expect([...unpaid, ...joined].filter((digits) => !computed.includes(digits))).toEqual([]);
  });

  it('and what is not is noticed', () => {
    const source = '<p>每亩200元，共3户</p>';
    const runs = ['每亩', '300', '200元'];
    expect(balance(runs, { source, losses: [] })).toEqual({ missing: ['300'], unpaid: ['3'], joined: ['3'] });
    expect(balance(['5', '元', '3'], { source: '<td>53元</td>', losses: [] }).joined).toEqual(['53']);
    const losses = [{ kind: 'struck-text', where: '第1段', count: 1, excerpt: '300' }] as const;
    expect(balance(runs, { source, losses }).missing).toEqual([]);
    expect(balance(['甲', '甲'], { source: '<p>甲</p>', losses: [] }).missing).toEqual(['甲']);
  });
});

describe('the table of verdicts', () => {
  it.each(files)('knows every element of $name', ({ name, bytes }) => {
    const unknown = [...elementNames(bytes)].filter((element) => verdictOf(element).is === 'unknown');
    expect(unknown).toEqual(
      name.startsWith('an element nobody knows') ? ['w:later', 'z:mark', 'z:held'] : [],
    );
  });
});
