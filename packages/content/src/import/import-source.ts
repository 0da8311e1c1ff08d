import { editionContent, type EditionContent, type Essential } from '@towncrier/contracts';
import { cleanLine, cleanText } from '../clean-text.ts';
import type { Finding } from '../finding.ts';
import { withoutRadicals } from '../words/radicals.ts';
import { characterLosses } from './character.losses.ts';
import type { KnownPictures } from './data-image.ts';
import { importDocument } from './import-document.ts';
import { importHtml } from './import-html.ts';
import { importMarkdown } from './import-markdown.ts';
import { textBlocks } from './import-text.ts';
import { lossFinding, type Loss } from './losses/loss.ts';
import { outline } from './outline.ts';
import { recognise } from './recognise.ts';
import type { Imported, Recognised, Source, SourceFormat } from './source.ts';

export interface ImportedSource {
  /** Null when something an edition cannot do without is missing; `findings` says what. */
  readonly content: EditionContent | null;
  readonly findings: readonly Finding[];
  /** What of the source is not in the content as it was. */
  readonly losses: readonly Loss[];
}

const readers: Readonly<Record<SourceFormat, (source: string, known: KnownPictures) => Imported>> = {
  text: textBlocks,
  markdown: importMarkdown,
  html: importHtml,
  document: importDocument,
};

/**
 * The one way in: from what an editor hands in to what a reviewer approves. Same source, same content. Pictures
 * that come inside carry their bytes; those that were kept before are named.
 */
export function importSource(source: Source, known: KnownPictures = new Map()): ImportedSource {
  const { text, met } = withoutRadicals(source.source);
  const imported = readers[source.format](text, known);
  const found = recognised(imported, source);
  const candidate = {
    schemaVersion: 1,
    title: found.title ?? '',
    ...some('shortTitle', blankless(source.shortTitle)),
    ...some('summary', blankless(source.summary)),
    ...some('essentials', source.essentials?.map(cleaned)),
    header: { ...found.header, ...givenHeader(source) },
    ...some('publicNotice', source.publicNotice),
    body: { type: 'doc', content: found.blocks },
    media: imported.media,
  };
  const losses = [
    ...imported.losses,
    ...found.losses.filter((one) => !isSettled(one, source)),
    ...characterLosses(met, found.blocks, source.format),
  ];
  const read = editionContent.safeParse(candidate);
  if (read.success) return { content: read.data, findings: [], losses };
  const refused = imported.refused === undefined ? [] : [imported.refused];
  // Why nothing could be read explains an empty body better than its emptiness.
  const missing = [...new Set(read.error.issues.map((issue) => fieldOf(issue.path)))].filter(
    (field) => !(field === 'body' && refused.length > 0),
  );
  return { content: null, findings: [...refused, ...missing.map(wordsFor)], losses };
}

/**
 * A document of our own model says what it is, and a passage has headings only; in all others the parts of a
 * document are looked for.
 */
function recognised(imported: Imported, { format, title, passage = false }: Source): Recognised {
  const given = blankless(title);
  if (format !== 'document' && !passage) return recognise(imported, { title: given });
  const blocks = passage ? outline(imported.blocks) : imported.blocks;
  return { title: given ?? null, header: {}, blocks, losses: [] };
}

/** A doubt about what the editor has filled in. */
function isSettled(one: Loss, { header = {} }: Source): boolean {
  const { field } = lossFinding(one);
  return Object.entries(header).some(([name, value]) => field === `header.${name}` && isGiven(value));
}

const isGiven = (words: string | undefined): boolean => blankless(words) !== undefined;
const blankless = (words: string | undefined): string | undefined =>
  words === undefined || cleanLine(words) === '' ? undefined : cleanLine(words);
const some = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

function givenHeader({ header = {} }: Source): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, cleanText(value).trim()]],
    ),
  );
}

function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second] = path;
  if (first === 'header' && typeof second === 'string') return `header.${second}`;
  return typeof first === 'string' ? first : 'body';
}

/** The editor's words, of one line each. */
const cleaned = (one: Essential): Essential => ({
  ...one,
  label: cleanLine(one.label),
  words: cleanLine(one.words),
});

const known: Readonly<Record<string, Omit<Finding, 'field'>>> = {
  title: { message: '没有认出标题，或标题超过200个字。', remedy: '请填写标题。' },
  shortTitle: { message: '短标题超过64个字。', remedy: '请缩短短标题。' },
  summary: { message: '摘要超过500个字。', remedy: '请缩短摘要。' },
  essentials: { message: '有的要素没有内容，或超过300个字。', remedy: '请补写、缩短，或删去这一条。' },
  body: { message: '正文是空的，或超过5000段。', remedy: '请填写正文；过长的请作为附件发布。' },
  media: { message: '图片不符合要求。', remedy: '请重新插入图片。' },
  publicNotice: { message: '公示期或异议反映方式不完整。', remedy: '请填写公示的起止日期和异议反映方式。' },
  'header.issuer': { message: '没有认出发布机构。', remedy: '请填写发布机构。' },
};

const wordsFor = (field: string): Finding => ({
  field,
  ...(known[field] ?? { message: '这一项的格式不对。', remedy: '请检查后重新填写。' }),
});
