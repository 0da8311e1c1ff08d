import { describe, expect, it } from 'vitest';
import { readWord } from './read-word.ts';
import { lossLine, shownHtml } from './testing/imported.words.ts';
import { specimens } from './testing/specimens/specimens.ts';
import { wordFile } from './testing/word.file.ts';

describe('a Word document comes in as its reader sees it:', () => {
  it.each(specimens)('$name', async ({ file, shows, losses = [] }) => {
    const read = await readWord(wordFile(file));
    expect(shownHtml(read.source)).toBe(shows);
    expect(read.losses.map(lossLine)).toEqual(losses);
  });
});
