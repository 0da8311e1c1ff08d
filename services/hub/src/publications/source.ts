import type { EditionContent } from '@towncrier/contracts';
import type { Finding, importSource, KnownPictures, Loss, Source } from '@towncrier/content';
import { documentThreads, ImportRefused, sourceThreads } from '@towncrier/imports';
import { ProblemError } from '../http/problem.ts';
import { settlePictures } from './pictures/settle.pictures.ts';
import type { PictureStore } from './pictures/picture.store.ts';
import { contentLimit, sourceLimit, type SourceRequest } from './publication.requests.ts';

const pictureData = /(?<=base64,|"data":\s?")[A-Za-z0-9+/=]{1000,}/g;

export interface ReadSource {
  readonly content: EditionContent;
  /** What of the source is not in the content as it was. */
  readonly losses: readonly Loss[];
}

/** Where the pictures of a source are kept. */
export type Pictures = Pick<PictureStore, 'known' | 'take'>;

/**
 * What an editor handed in, as content; its pictures are kept. A text that names no issuer is taken to be from
 * the editor's own body, and that is a loss.
 * @throws ProblemError 413 for a source over the limit · 422 with `findings` when an edition cannot be made
 * of it
 */
export async function readSource(
  request: SourceRequest & Passage,
  ownName: string,
  pictures: Pictures,
): Promise<ReadSource> {
  const source = asText(request.source);
  const known = await pictures.known(namedIn(source));
  const read = await readWords({ ...request, source }, { ownName, known });
  const settled = await settlePictures(pictures, read.content);
  if (Buffer.byteLength(JSON.stringify(settled.content)) > contentLimit) {
    throw new ProblemError(
      413,
      'content-too-large',
      '整理后的内容超过 6 MiB 上限；请减少格式，或拆成几份发布',
    );
  }
  return { content: settled.content, losses: [...read.losses, ...settled.losses] };
}

/**
 * As `readSource`, with the pictures as they came.
 * @throws ProblemError 413 · 422
 */
async function readWords(request: TextRequest, by: Reading): Promise<ReadSource> {
  const { source } = request;
  const length = source.replace(pictureData, '').length;
  if (length > sourceLimit) {
    throw new ProblemError(
      413,
      'source-too-long',
      `正文共 ${length} 字符，超过 ${sourceLimit} 字符上限；请拆成几份发布，或把全文作为附件链接`,
    );
  }
  const { content, losses } = await imported(request, by);
  return withAttachments(
    { content, losses: [...(request.losses ?? []), ...losses] },
    request.attachments ?? [],
  );
}

/** A document of our own model, too, as JSON. */
type TextRequest = SourceRequest & Passage & { readonly source: string };
/** Whether it is a part of a text. */
type Passage = Pick<Source, 'passage'>;
/** Who speaks where the text does not say, and the pictures that were kept before. */
interface Reading {
  readonly ownName: string;
  readonly known: KnownPictures;
}

/** Ids of pictures that a source may name; more than an edition carries are not looked for. */
const namedIn = (source: string): readonly string[] =>
  [...new Set(source.match(/\b[0-9a-f]{64}\b/g) ?? [])].slice(0, 200);

function withAttachments(
  { content, losses }: ReadSource,
  attachments: NonNullable<SourceRequest['attachments']>,
): ReadSource {
  const blocks = attachments.map(({ name, href, bytes }) => ({
    type: 'attachment' as const,
    attrs: { name, href, ...(bytes === undefined ? {} : { bytes }) },
  }));
  return {
    content: { ...content, body: { ...content.body, content: [...content.body.content, ...blocks] } },
    losses,
  };
}

async function imported(request: TextRequest, { ownName, known }: Reading): Promise<ReadSource> {
  const { source } = request;
  const first = await inThread({ ...importable(request), source }, known);
  if (first.content !== null) return { content: first.content, losses: first.losses };
  if (!first.findings.some((f) => f.field === 'header.issuer')) throw incomplete(first.findings);
  const header = { ...request.header, issuer: ownName };
  const second = await inThread({ ...importable(request), source, header }, known);
  if (second.content === null) throw incomplete(first.findings);
  const assumed: Loss = { kind: 'assumed-issuer', where: '', count: 1, excerpt: ownName };
  return { content: second.content, losses: [...second.losses, assumed] };
}

/** @throws ProblemError 422 for a source that takes too long or too much */
async function inThread(...given: Parameters<typeof importSource>): Promise<ReturnType<typeof importSource>> {
  const threads = given[0].format === 'document' ? documentThreads : sourceThreads;
  try {
    return await threads.source(...given);
  } catch (cause) {
    if (!(cause instanceof ImportRefused)) throw cause;
    throw new ProblemError(422, 'too-much', cause.message, { cause });
  }
}

type Importable = Omit<SourceRequest & Passage, 'attachments' | 'losses' | 'ownWords'>;
const importable = ({
  attachments: _put,
  losses: _told,
  ownWords: _own,
  ...request
}: SourceRequest & Passage): Importable => request;

function incomplete(findings: readonly Finding[]): ProblemError {
  return new ProblemError(422, 'incomplete', findings.map((f) => `${f.message}${f.remedy}`).join(' '), {
    findings: [...findings],
  });
}

function asText(source: SourceRequest['source']): string {
  if (typeof source === 'string') return source;
  try {
    return JSON.stringify(source);
  } catch (cause) {
    throw new ProblemError(400, 'bad-field', '文档嵌套过深，无法读取；请简化后重试', {
      fields: [{ field: 'source', message: '嵌套过深' }],
      cause,
    });
  }
}
