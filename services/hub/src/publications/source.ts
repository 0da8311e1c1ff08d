import type { EditionContent } from '@towncrier/contracts';
import { importSource, type Finding } from '@towncrier/content';
import { ProblemError } from '../http/problem.ts';
import { contentLimit, sourceLimit, type SourceRequest } from './publication.requests.ts';

export interface ReadSource {
  readonly content: EditionContent;
  readonly findings: readonly Finding[];
}

/**
 * What an editor handed in, as content. A text that names no issuer is taken to be from the house itself, and
 * the editor is told.
 * @throws ProblemError 413 for a source over the limit · 422 with `findings` when an edition cannot be made
 * of it
 */
export function readSource(request: SourceRequest, houseIssuer: string): ReadSource {
  const source = asText(request.source);
  if (source.length > sourceLimit) {
    throw new ProblemError(
      413,
      'source-too-long',
      `正文共 ${source.length} 字符，超过 ${sourceLimit} 字符上限；请拆成几份发布，或把全文作为附件链接`,
    );
  }
  const read = withAttachments(imported(request, source, houseIssuer), request.attachments ?? []);
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
  { content, findings }: ReadSource,
  attachments: NonNullable<SourceRequest['attachments']>,
): ReadSource {
  const blocks = attachments.map(({ name, href, bytes }) => ({
    type: 'attachment' as const,
    attrs: { name, href, ...(bytes === undefined ? {} : { bytes }) },
  }));
  return {
    content: { ...content, body: { ...content.body, content: [...content.body.content, ...blocks] } },
    findings,
  };
}

function imported(request: SourceRequest, source: string, houseIssuer: string): ReadSource {
  const first = importSource({ ...importable(request), source });
  if (first.content !== null) return { content: first.content, findings: first.findings };
  if (!first.findings.some((f) => f.field === 'header.issuer')) throw incomplete(first.findings);
  const second = importSource({
    ...importable(request),
    source,
    header: { ...request.header, issuer: houseIssuer },
  });
  if (second.content === null) throw incomplete(first.findings);
  const assumed = {
    field: 'header.issuer',
    message: `没有认出发布机构，已填为“${houseIssuer}”。`,
    remedy: '如不正确，请修改发布机构。',
  };
  return { content: second.content, findings: [...second.findings, assumed] };
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
