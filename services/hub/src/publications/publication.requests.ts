import { channelId, editionContent, editionHeader, lane, publicationId, publicNotice, sha256 } from '@towncrier/contracts';
import { z } from 'zod';
import { ProblemError } from '../errors/problem.ts';
import { publicationState } from './publication.view.ts';

/** Longest text (characters) that is taken in as the source of an edition. */
export const sourceLimit = 1_000_000;
/** Largest content (bytes of JSON): an event carries all of it, and the broker takes 8 MB at a time. */
export const contentLimit = 6 * 1024 * 1024;

const version = z.int().positive().meta({ description: 'The version that was seen' });
const reason = z.string().trim().min(1).max(500);

/** What an editor hands in. Fields beside `source` win over what is found in it. */
const sourceFields = {
  format: z.enum(['text', 'markdown', 'html', 'document']),
  // looked into by the importer, which cleans before it judges
  source: z.union([z.string().min(1), z.looseObject({})]).meta({ description: 'Text in the named format; for `document` a Document or `{body, media}`, as an object or as JSON' }),
  title: editionContent.shape.title.optional(),
  shortTitle: editionContent.shape.shortTitle,
  summary: editionContent.shape.summary,
  header: z.strictObject(editionHeader.partial().shape).optional(),
  publicNotice: z.strictObject(publicNotice.shape).optional(),
};
export const sourceRequest = z.strictObject(sourceFields);
export type SourceRequest = z.infer<typeof sourceRequest>;

const channels = z.array(channelId).min(1).max(50).meta({ description: 'All announced channels when absent' });

export const previewRequest = sourceRequest.meta({ id: 'PreviewRequest' });
export const createRequest = z.strictObject({ ...sourceFields, lane: lane.optional(), channels: channels.optional() }).meta({ id: 'CreatePublication' });
export const editRequest = z.strictObject({ version, ...sourceFields, lane: lane.optional(), channels: channels.optional() }).meta({ id: 'EditDraft' });
export const versionRequest = z.strictObject({ version }).meta({ id: 'NameVersion' });
export const approveRequest = z.strictObject({ version, contentHash: sha256 }).meta({ id: 'ApproveEdition' });
export const reasonRequest = z.strictObject({ version, reason }).meta({ id: 'GiveReason' });
export const correctRequest = z.strictObject({ version, reason, ...sourceFields, lane: lane.optional() }).meta({ id: 'CorrectPublication' });
/** As the store writes it: instant and id of the last item. */
function isCursor(text: string): boolean {
  try {
    return z.tuple([z.string(), z.string()]).safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).success;
  } catch {
    return false;
  }
}

export const listQuery = z.strictObject({
  state: publicationState.optional(),
  after: z.string().max(500).refine(isCursor, '不是有效的翻页位置；请使用上一页返回的 cursor').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** People may type an id in lower case. @throws ProblemError 404: what cannot be an id names nothing */
export function idIn(path: string): string {
  const id = publicationId.safeParse(path.toUpperCase());
  if (!id.success) throw new ProblemError(404, 'not-found', '没有这个发布件，请核对编号');
  return id.data;
}

export type CreateRequest = z.infer<typeof createRequest>;
export type EditRequest = z.infer<typeof editRequest>;
export type CorrectRequest = z.infer<typeof correctRequest>;
