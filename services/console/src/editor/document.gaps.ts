import type { ModelDocument } from './document.codec.ts';

type ModelBlock = ModelDocument['content'][number];

/** Begun, and without what the model cannot do without: in a sentence. Null for all else. */
function gapOf(block: ModelBlock): string | null {
  switch (block.type) {
    case 'keyFacts':
      return block.attrs.facts.every(({ label, value }) => isWritten(label) && isWritten(value))
        ? null
        : '“要点”里有没填完的一条，请补写或删除';
    case 'contact':
      return isWritten(block.attrs.name) ? null : '请填写联系方式的单位或窗口';
    default:
      return null;
  }
}

const isWritten = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';

/** What is begun and not filled in, each in a sentence. */
export const gapsIn = ({ content }: ModelDocument): readonly string[] =>
  content.map(gapOf).filter((gap) => gap !== null);

/** What can be drawn of it already. */
export const withoutGaps = (document: ModelDocument): ModelDocument => ({
  ...document,
  content: document.content.filter((block) => gapOf(block) === null),
});
