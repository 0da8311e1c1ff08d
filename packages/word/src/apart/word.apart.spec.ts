import { describe, expect, it } from 'vitest';
import { readWord } from '../read-word.ts';
import { p, picture, png } from '../testing/word.markup.ts';
import { wordFile } from '../testing/word.file.ts';
import { WordUnreadable } from '../word.unreadable.ts';
import { readWordApart } from './word.apart.ts';

const notice = wordFile({ media: { 'a.png': png }, body: p('停水公告') + p(picture('a.png', '现场')) });

describe('a document read in a thread of its own', () => {
  it('is the same document', async () => {
    expect(await readWordApart(notice)).toEqual(await readWord(notice));
  });

  it('has its pictures made fit by who asked', async () => {
    const made = { type: 'image/webp', bytes: Uint8Array.of(1, 2, 3) };
    const { source } = await readWordApart(notice, { picture: () => Promise.resolve(made) });
    expect(source).toContain('<img src="data:image/webp;base64,AQID" alt="现场">');
  });

  it('is refused in the same words', async () => {
    await expect(readWordApart(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).rejects.toThrow('加了密码');
  });

  it('that takes too long is ended', async () => {
    await expect(readWordApart(notice, { within: 0 })).rejects.toThrow(WordUnreadable);
  });

  it('that takes too much is ended, and nothing with it', async () => {
    await expect(readWordApart(notice, { memory: 8 })).rejects.toThrow('没有读完');
    expect((await readWordApart(notice)).losses).toEqual([]);
  });

  it('whose pictures cannot be made is an error of who makes them', async () => {
    const failing = (): Promise<null> => Promise.reject(new Error('no printer'));
    await expect(readWordApart(notice, { picture: failing })).rejects.toThrow('no printer');
  });
});
