import { importSource, type Loss } from '@towncrier/content';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWord } from './read-word.ts';
import { specimens } from './testing/specimens/specimens.ts';
import { wordFile } from './testing/word.file.ts';

const header = { issuer: '开远市水务局' };
const known = ({ kind, where, excerpt }: Loss): string => `${kind} ${where} ${excerpt ?? ''}`;
const contentOf = async (bytes: Uint8Array) => {
  const { source, losses } = await readWord(bytes);
  return { source, losses, imported: importSource({ format: 'html', source, header }) };
};
const handed = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/${name}.docx`, import.meta.url));

describe('a Word document as content', () => {
  it.each(specimens)('keeps every loss and the title: $name', async ({ file }) => {
    const { source, losses, imported } = await contentOf(wordFile(file));
    expect(imported.losses.map(known)).toEqual(expect.arrayContaining(losses.map(known)));
    const title = /<h1>([^<]*)<\/h1>/.exec(source)?.[1];
    if (title !== undefined) expect(imported.content?.title).toBe(title);
  });

  it('has its chapters as headings, with their numbers, and its own title', async () => {
    const { imported } = await contentOf(handed('auto-number-heading'));
    expect(imported.content?.title).toBe('开远市水务局关于测试事项的通知');
    const headings = imported.content?.body.content.filter(({ type }) => type === 'heading');
    expect(JSON.stringify(headings)).toMatch(/一、总体要求.*（一）基本原则.*二、工作任务/u);
  });

  it('has its notes under a line at the end, and the picture of a cell behind its table', async () => {
    const notes = (await contentOf(handed('footnote'))).imported.content?.body.content ?? [];
    expect(notes.slice(-3).map(({ type }) => type)).toEqual(['divider', 'paragraph', 'orderedList']);
    expect(JSON.stringify(notes)).toMatch(/12万人［注1］.*注释.*数据截至上年末。/u);

    const cells = (await contentOf(handed('image-in-cell'))).imported.content;
    expect(cells?.body.content.map(({ type }) => type)).toEqual(['table', 'image']);
    expect(cells?.media).toHaveLength(1);
  });
});
