import {
  audience,
  channelId,
  editionContent,
  editionHeader,
  instant,
  lane,
  ownWords,
  publicationId,
  publicNotice,
  sha256,
} from '@towncrier/contracts';
import { loss } from '@towncrier/content';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import { against } from './diff/comparisons.ts';
import { publicationState, quote } from './publication.record.ts';
import { matter, schedule } from './publication.terms.ts';
import { submissionAnswers } from './submission.answers.ts';
import { writingTab } from './writing/writing.tab.ts';

/** Longest text (characters, its pictures not counted) that is taken in as the source of an edition. */
export const sourceLimit = 1_000_000;
/** Largest content (bytes of JSON): an event carries all of its words, and the broker takes 8 MB at a time. */
export const contentLimit = 6 * 1024 * 1024;

const version = z.int().positive().meta({ description: 'The version that was seen' });
const reason = z.string().trim().min(1).max(500);

/** What an editor hands in. Fields beside `source` win over what is found in it. */
const sourceFields = {
  format: z.enum(['text', 'markdown', 'html', 'document']),
  // looked into by the importer, which cleans before it judges
  source: z.union([z.string().min(1), z.looseObject({})]).meta({
    description:
      'Text in the named format; for `document` a Document or `{body, media}`, as an object or as JSON',
  }),
  title: editionContent.shape.title.optional(),
  shortTitle: editionContent.shape.shortTitle,
  summary: editionContent.shape.summary,
  essentials: editionContent.shape.essentials,
  ownWords: z
    .array(ownWords.extend({ against: sha256.optional() }))
    .max(50)
    .optional()
    .meta({
      description:
        'What single channels say in words of their own; `against`: the `mainText` of the preview that they were written beside, this text when absent',
    }),
  header: z.strictObject(editionHeader.partial().shape).optional(),
  publicNotice: z.strictObject(publicNotice.shape).optional(),
  losses: z.array(z.object(loss.shape)).max(500).optional().meta({
    description:
      'As the import told them, where the source does not carry them (text, document); for a document that comes with them, those of the one before are over',
  }),
  attachments: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        href: z.url({ protocol: /^https?$/ }),
        bytes: z.int().nonnegative().optional(),
      }),
    )
    .max(20)
    .optional()
    .meta({ description: 'Put behind the text, as `POST /api/v1/attachments` answered them' }),
};
export const sourceRequest = z.strictObject(sourceFields);
export type SourceRequest = z.infer<typeof sourceRequest>;

/** A text as an editor has it: a file that was read, or what was pasted. */
export const readingRequest = z
  .strictObject({
    format: sourceFields.format,
    source: sourceFields.source,
    losses: sourceFields.losses,
    passage: z.boolean().default(false).meta({
      description: 'A part of a text: nothing of it is taken for a title, a header or a signature',
    }),
  })
  .meta({ id: 'ReadingRequest' });
export type ReadingRequest = z.infer<typeof readingRequest>;

const channels = z
  .array(channelId)
  .min(1)
  .max(50)
  .meta({ description: 'All announced channels when absent' });

/** What a draft says beside its words; what is absent stays as it was, or takes the column's default. */
const termsFields = {
  lane: lane.optional(),
  channels: channels.optional(),
  audience: audience.optional(),
  schedule: schedule.partial().optional(),
  matter: matter.partial().optional(),
  drill: z.boolean().optional().meta({ description: 'Exercise or test: never reaches a public channel' }),
};

/**
 * Lane, matter, schedule and audience as far as they change what channels would show or cost. Every channel draws it;
 * `channels`: those that it would be submitted for.
 */
export const previewRequest = z
  .strictObject({
    ...sourceFields,
    lane: lane.optional(),
    audience: audience.optional(),
    matter: matter.partial().optional(),
    schedule: schedule.partial().optional(),
    channels: channels.optional(),
  })
  .meta({ id: 'PreviewRequest' });
export type PreviewRequest = z.infer<typeof previewRequest>;
/** What is still being written, and what of it is known beside the words. */
export const checkRequest = z
  .strictObject({
    publication: publicationId.optional(),
    ...sourceFields,
    channels: channels.optional(),
    audience: audience.optional(),
    matter: matter.partial().optional(),
    schedule: schedule.partial().optional(),
  })
  .meta({ id: 'CheckRequest' });
export type CheckRequest = z.infer<typeof checkRequest>;
export const createRequest = z
  .strictObject({ ...sourceFields, ...termsFields, organisation: z.string().min(1).max(40).optional() })
  .meta({ id: 'CreatePublication' });
export const editRequest = z
  .strictObject({
    version,
    ...sourceFields,
    ...termsFields,
    base: sha256.optional().meta({
      description:
        'The content this edit started from; a refusal as stale then tells block by block what conflicts',
    }),
    takeOver: z.boolean().optional().meta({ description: 'Edit although somebody else has the draft open' }),
    tab: writingTab.optional(),
  })
  .meta({ id: 'EditDraft' });
export const lossesRequest = z
  .strictObject({
    version,
    losses: z
      .array(z.string().min(1).max(40))
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'Keys of losses that were compared with the original; all when absent' }),
  })
  .meta({ id: 'CheckLosses' });
export const lockRequest = z
  .strictObject({ takeOver: z.boolean().default(false), tab: writingTab.optional() })
  .meta({ id: 'TakeLock' });
export const unlockQuery = z.strictObject({ tab: writingTab.optional() });
export const submitRequest = z.strictObject({ version, ...submissionAnswers }).meta({ id: 'SubmitEdition' });
export const versionRequest = z.strictObject({ version }).meta({ id: 'NameVersion' });
export const approveRequest = z
  .strictObject({
    version,
    contentHash: sha256,
    seal: sha256
      .optional()
      .meta({ description: 'Hash over words, channels, audience, schedule and matter, as seen' }),
  })
  .meta({ id: 'ApproveEdition' });
/** Level and area: for a warning that was asked for by the form, chosen again. */
export const confirmRequest = approveRequest
  .extend({ level: z.string().max(40).optional(), area: z.string().max(60).optional() })
  .meta({ id: 'ConfirmUrgentRelease' });
const code = z
  .string()
  .regex(/^N1[456][a-f]?$/)
  .optional()
  .meta({ description: 'Reason code of a secrecy review, see the negative list' });
export const returnRequest = z.strictObject({ version, reason, code }).meta({ id: 'ReturnEdition' });
export const claimRequest = z
  .strictObject({ version, takeOver: z.boolean().default(false) })
  .meta({ id: 'ClaimReview' });
export const commentRequest = z
  .strictObject({
    version,
    block: z.int().min(0).max(5000),
    words: reason,
    quote: quote
      .optional()
      .meta({ description: 'The words it is about, as they stand; absent where the whole block is meant' }),
  })
  .meta({ id: 'MakeComment' });
export const answerRequest = z.strictObject({ version, words: reason }).meta({ id: 'AnswerComment' });
export const settleRequest = z
  .strictObject({ version, as: z.enum(['resolved', 'waived']), words: reason })
  .meta({ id: 'SettleComment' });
export const afterwardsRequest = z
  .strictObject({
    version,
    edition: z.int().positive(),
    verdict: z.enum(['upheld', 'faulted']),
    words: reason,
  })
  .meta({ id: 'ReviewAfterwards' });
export const moveRequest = z.strictObject({ version, publishAt: instant }).meta({ id: 'MoveRelease' });
export const withdrawRequest = z
  .strictObject({
    version,
    reason,
    endsNoticeEarly: z
      .boolean()
      .default(false)
      .meta({ description: 'Needed while the period of a 公示 runs' }),
  })
  .meta({ id: 'WithdrawPublication' });
export const repealRequest = z
  .strictObject({
    version,
    reason,
    basis: z.string().trim().min(1).max(200).meta({ description: 'The act that repeals it' }),
    successor: publicationId.optional(),
  })
  .meta({ id: 'RepealPublication' });
export const reasonRequest = z.strictObject({ version, reason }).meta({ id: 'GiveReason' });
export const correctRequest = z
  .strictObject({
    version,
    reason,
    hidesEarlier: z
      .boolean()
      .optional()
      .meta({ description: 'The edition before must not stay public, nor the words that changed' }),
    ...sourceFields,
    ...termsFields,
  })
  .meta({ id: 'CorrectPublication' });
export const changesQuery = z.strictObject({
  against: against
    .optional()
    .meta({ description: 'What is usual for whoever asks when absent; one of `offers`' }),
});
/** As the store writes it: instant and id of the last item. */
function isCursor(text: string): boolean {
  try {
    return z.tuple([z.string(), z.string()]).safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
      .success;
  } catch {
    return false;
  }
}

export const listQuery = z.strictObject({
  state: publicationState.optional(),
  organisation: z.string().max(40).optional(),
  column: z.string().max(40).optional(),
  item: z.string().max(40).optional(),
  type: z.string().max(40).optional(),
  dueBefore: z.iso
    .date()
    .optional()
    .meta({ description: 'Unpublished and due by that day (inclusive), the most pressing first' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: 'Words of title, numbers and text; every one must occur' }),
  after: z.string().max(500).refine(isCursor, '不是有效的翻页位置；请使用上一页返回的 cursor').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** People may type an id in lower case. @throws ProblemError 404: what cannot be an id names nothing */
export function idIn(path: string): string {
  const id = publicationId.safeParse(path.toUpperCase());
  if (!id.success) throw new ProblemError(404, 'not-found', '没有这个发布件，请核对编号');
  return id.data;
}

export type PublicationQuery = z.infer<typeof listQuery>;
export type CreateRequest = z.infer<typeof createRequest>;
export type EditRequest = z.infer<typeof editRequest>;
export type CorrectRequest = z.infer<typeof correctRequest>;
export type TermsRequest = Pick<CreateRequest, keyof typeof termsFields>;
