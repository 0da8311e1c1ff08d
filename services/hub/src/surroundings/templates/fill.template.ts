import { importSource, periodInWords } from '@towncrier/content';
import type { Block, Document, EditionContent, Inline } from '@towncrier/contracts';
import type { Matter } from '../../publications/publication.terms.ts';
import type { Blank, Filled, Template } from './template.ts';

/** A notice made of a template. */
export interface Made {
  readonly title: string;
  readonly body: Document;
  readonly matter: Pick<Matter, 'type' | 'column' | 'fields'>;
}

/** The template with what was filled in; what was not stands there as 【待填：…】, which stops a submission. */
export function fillTemplate({ heading, text, blanks, matter }: Template, values: Filled): Made {
  const words = (key: string): string =>
    wordsOf(
      blanks.find((one) => one.key === key),
      values[key],
    );
  const body = documentOf(text);
  return {
    title: filled(heading, words).replaceAll('\n', ' '),
    body: { ...body, content: body.content.flatMap((block) => filledBlock(block, words)) },
    matter: { ...matter, fields: { ...matter.fields, ...fieldsOf(blanks, values) } },
  };
}

function wordsOf(blank: Blank | undefined, value: Filled[string] | undefined): string {
  if (value === undefined || value === '') return `【待填：${blank?.title ?? ''}】`;
  return typeof value === 'string' ? value : periodInWords(value.from, value.to);
}

const filled = (text: string, words: (key: string) => string): string =>
  text.replace(/\{([a-z]+)\}/g, (_all, key: string) => words(key));

/** What the type asks for, too, is said there as well. */
const fieldsOf = (blanks: readonly Blank[], values: Filled): Matter['fields'] =>
  Object.fromEntries(
    blanks.flatMap(({ key, field }) => {
      const value = values[key];
      return field === undefined || value === undefined || value === '' ? [] : [[field, value]];
    }),
  );

/** A paragraph that is one blank of several lines becomes a paragraph for each; elsewhere they stand in a row. */
function filledBlock(block: Block, words: (key: string) => string): readonly Block[] {
  if (block.type !== 'paragraph' && block.type !== 'heading') return [block];
  const said = block.content.map((run) => (run.type === 'text' ? filled(run.text, words) : '')).join('');
  const lines = said.split(/\n+/).filter((line) => line.trim() !== '');
  const isBlankAlone = block.type === 'paragraph' && block.content.every(isBlank);
  return (isBlankAlone ? lines : [lines.join('；')]).map((line) => ({
    ...block,
    content: [{ type: 'text', text: line }],
  }));
}
const isBlank = (run: Inline): boolean => run.type === 'text' && /^\{[a-z]+\}$/.test(run.text);

/** The paragraphs of a template in the document model. @throws Error for a template that is no notice */
function documentOf(text: readonly string[]): EditionContent['body'] {
  const { content } = importSource({
    format: 'text',
    source: text.join('\n\n'),
    title: '模板',
    header: { issuer: '模板' },
  });
  if (content === null) throw new Error(`no notice can be made of ${text[0] ?? ''}`);
  return content.body;
}
