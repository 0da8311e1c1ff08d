import type { EditionContent } from '@towncrier/contracts';
import { importSource, type Finding, type Loss } from '@towncrier/content';
import { ProblemError } from '../http/problem.ts';
import { contentLimit, sourceLimit, type SourceRequest } from './publication.requests.ts';

export interface ReadSource {
  readonly content: EditionContent;
  /** What of the source is not in the content as it was. */
  readonly losses: readonly Loss[];
}

/**
 * What an editor handed in, as content. A text that names no issuer is taken to be from the editor's own body,
 * and that is a loss.
 * @throws ProblemError 413 for a source over the limit · 422 with `findings` when an edition cannot be made
 * of it
 */
export function readSource(request: SourceRequest, ownName: string): ReadSource {
  const source = asText(request.source);
  if (source.length > sourceLimit) {
    throw new ProblemError(
      413,
      'source-too-long',
      `正文共 ${source.length} 字符，超过 ${sourceLimit} 字符上限；请拆成几份发布，或把全文作为附件链接`,
    );
  }
  const read = withAttachments(imported(request, source, ownName), request.attachments ?? []);
  if (Buffer.byteLength(JSON.stringify(read.content)) > contentLimit) {
    throw new ProblemError(
      413,
      'content-too-large',
      '整理后的内容超过 6 MiB 上限；请减少格式或图片，或拆成几份发布',
    );
  }
  return read;
}

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

function imported(request: SourceRequest, source: string, ownName: string): ReadSource {
  const first = importSource({ ...importable(request), source });
  if (first.content !== null) return { content: first.content, losses: first.losses };
  if (!first.findings.some((f) => f.field === 'header.issuer')) throw incomplete(first.findings);
  const second = importSource({
    ...importable(request),
    source,
    header: { ...request.header, issuer: ownName },
  });
  if (second.content === null) throw incomplete(first.findings);
  const assumed: Loss = { kind: 'assumed-issuer', where: '', count: 1, excerpt: ownName };
  return { content: second.content, losses: [...second.losses, assumed] };
}

const importable = ({ attachments: _put, ...request }: SourceRequest): Omit<SourceRequest, 'attachments'> =>
  request;

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
