import { channelId, endingAct } from '@towncrier/contracts';
import { z } from 'zod';
import { omitted } from './channels/shown.rendition.ts';
import { keptLoss } from './losses/kept.loss.ts';
import { review } from './publication.review.ts';
import { terms } from './publication.terms.ts';
import { reviewRoute } from './review.kind.ts';
import { leftOut } from './submission.answers.ts';
import { warningChoice } from './warning.choice.ts';

/** What is kept of a publication: the schemas of its parts, from which their types are taken. */

export const editionState = z.enum([
  'draft',
  'submitted',
  'in-review',
  'secrecy-review',
  'referred',
  'awaiting-confirmation',
  'approved',
  'scheduled',
  'released',
]);
export const publicationState = z.enum([
  ...editionState.options,
  'withdrawn',
  'expired',
  'repealed',
  'lifted',
  'archived',
]);
const words = z.string();

/**
 * A remark of a reviewer, anchored to a block of the body by its number (0 is the title), settled before
 * approval.
 */
/** The words a remark is about: a text quote of the Web Annotation Data Model (W3C, 2017, 4.2.4). */
export const quote = z.object({
  exact: z.string().min(1).max(500),
  prefix: z.string().max(40),
  suffix: z.string().max(40),
});
export type Quote = z.infer<typeof quote>;
const reply = z.object({ by: z.string(), at: z.string(), words });

const comment = z.object({
  id: z.int().positive(),
  block: z.int().nonnegative(),
  by: z.string(),
  at: z.string(),
  words,
  /** Absent where the whole block is meant. */
  quote: quote.optional(),
  /** Absent while nobody has answered. */
  replies: z.array(reply).optional(),
  settled: z.object({ as: z.enum(['resolved', 'waived']), by: z.string(), at: z.string(), words }).nullable(),
});

/** What a check would have said. */
const remark = z.object({ field: z.string(), message: words, remedy: words });

/**
 * A duty officer asks to release before the reviews; `until` is when the request lapses. `remarks`: what stops
 * an ordinary notice and did not stop this one, for the review afterwards; absent where there is none.
 */
const urgentRequest = z.object({
  by: z.string(),
  at: z.string(),
  until: z.string(),
  reason: words,
  remarks: z.array(remark).optional(),
  /** What the second person has to choose again; absent where nothing was chosen from the warning form. */
  chosen: warningChoice.optional(),
});

/** A channel that what is urgent goes past, and why it cannot carry it. */
const notCarried = z.object({ channel: channelId, why: words });

/**
 * One edition: what it says and where it goes (`terms`), and how far it has come. Immutable once it is
 * released.
 */
export const editionRecord = z.object({
  ...terms.shape,
  edition: z.int().positive(),
  state: editionState,
  /** Everyone who wrote or edited it, by name, in order of appearance. */
  authors: z.array(z.string()).min(1),
  submittedBy: z.string().nullable(),
  /** Which reviews it needs; fixed by its submission: a later change of the column leaves it as it is. */
  route: reviewRoute.nullable(),
  reviews: z.array(review),
  claim: z.object({ by: z.string(), at: z.string() }).nullable(),
  comments: z.array(comment),
  urgentRequest: urgentRequest.nullable(),
  releasedAt: z.string().nullable(),
  /**
   * Channel → SHA-256 of what it will send, as seen at submission; a channel that did not answer is missing.
   */
  renditions: z.record(channelId, z.string()),
  /** Channels that did not answer at its submission; absent in what was submitted before this was kept. */
  unchecked: z.array(channelId).optional(),
  /**
   * What of it readers of a channel do not find, as seen at submission; absent in what was submitted before this
   * was kept.
   */
  omitted: omitted.optional(),
  /** Channels of which the editor accepted at the submission what they leave out; absent likewise. */
  accepted: z.array(channelId).optional(),
  /** Channels that the law asks for, left out at the submission with a reason; absent where there is none. */
  leftOut: z.array(leftOut).optional(),
  /** Channels that cannot carry it although it is urgent; absent where all can. */
  notCarried: z.array(notCarried).optional(),
  corrects: z
    .object({ edition: z.int().positive(), reason: words, hidesEarlier: z.literal(true).optional() })
    .optional(),
  /** What the import of its words did not carry over; absent in what was written before this was kept. */
  losses: z.array(keptLoss).optional(),
});

/**
 * How a publication ended, in words for the public. `basis` and `successor` belong to a repeal; `message` names
 * the warning message that lifted it.
 */
export const ending = z.object({
  act: endingAct,
  reason: words,
  by: z.string(),
  at: z.string(),
  basis: words.optional(),
  successor: words.optional(),
  message: words.optional(),
});

/** A release that went before its reviews, until somebody else has reviewed it afterwards. */
export const urgentRelease = z.object({
  edition: z.int().positive(),
  requestedBy: z.string(),
  confirmedBy: z.string(),
  reason: words,
  at: z.string(),
  reviewDueAt: z.string(),
  remarks: z.array(remark).optional(),
  review: z
    .object({ by: z.string(), at: z.string(), verdict: z.enum(['upheld', 'faulted']), words })
    .nullable(),
});

/** The editorial truth about one notice, but for its id. */
export const publicationFacts = z.object({
  /** Code of the body that publishes it. */
  organisation: z.string(),
  /** Counts the events: what a client must name to change it. */
  revision: z.int().positive(),
  inForce: z.int().positive().nullable(),
  editions: z.tuple([editionRecord], editionRecord),
  urgentReleases: z.array(urgentRelease),
  ending: ending.nullable(),
  archivedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
