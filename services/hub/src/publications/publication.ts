import type { Review } from './publication.review.ts';
import type { Terms } from './publication.terms.ts';
import type { ReviewRoute } from './review.kind.ts';

export type EditionState =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'secrecy-review'
  | 'referred'
  | 'awaiting-confirmation'
  | 'approved'
  | 'scheduled'
  | 'released';
export type PublicationState = EditionState | 'withdrawn' | 'expired' | 'repealed' | 'archived';

/**
 * One edition: what it says and where it goes (`Terms`), and how far it has come. Immutable once it is
 * released.
 */
export interface EditionRecord extends Terms {
  readonly edition: number;
  readonly state: EditionState;
  /** Everyone who wrote or edited it, by name, in order of appearance. */
  readonly authors: readonly string[];
  readonly submittedBy: string | null;
  /** Which reviews it needs; fixed by its submission: a later change of the column leaves it as it is. */
  readonly route: ReviewRoute | null;
  readonly reviews: readonly Review[];
  readonly claim: { readonly by: string; readonly at: string } | null;
  readonly comments: readonly Comment[];
  readonly urgentRequest: UrgentRequest | null;
  readonly releasedAt: string | null;
  /**
   * Channel → SHA-256 of what it will send, as seen at submission; a channel that did not answer is missing.
   */
  readonly renditions: Readonly<Record<string, string>>;
  readonly corrects?: { readonly edition: number; readonly reason: string } | undefined;
}

/**
 * A remark of a reviewer, anchored to a block of the body by its number (0 is the title), settled before
 * approval.
 */
export interface Comment {
  readonly id: number;
  readonly block: number;
  readonly by: string;
  readonly at: string;
  readonly words: string;
  readonly settled: {
    readonly as: 'resolved' | 'waived';
    readonly by: string;
    readonly at: string;
    readonly words: string;
  } | null;
}

/** A duty officer asks to release before the reviews; `until` is when the request lapses. */
export interface UrgentRequest {
  readonly by: string;
  readonly at: string;
  readonly until: string;
  readonly reason: string;
}

/** A release that went before its reviews, until somebody else has reviewed it afterwards. */
export interface UrgentRelease {
  readonly edition: number;
  readonly requestedBy: string;
  readonly confirmedBy: string;
  readonly reason: string;
  readonly at: string;
  readonly reviewDueAt: string;
  readonly review: {
    readonly by: string;
    readonly at: string;
    readonly verdict: 'upheld' | 'faulted';
    readonly words: string;
  } | null;
}

export type EndingAct = 'withdraw' | 'expire' | 'repeal';
/** How a publication ended, in words for the public. `basis` and `successor` belong to a repeal. */
export interface Ending {
  readonly act: EndingAct;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly basis?: string | undefined;
  readonly successor?: string | undefined;
}

/** The editorial truth about one notice. */
export interface Publication {
  readonly id: string;
  /** Code of the body that publishes it. */
  readonly organisation: string;
  /** Counts the events: what a client must name to change it. */
  readonly revision: number;
  readonly inForce: number | null;
  readonly editions: readonly [EditionRecord, ...EditionRecord[]];
  readonly urgentReleases: readonly UrgentRelease[];
  readonly ending: Ending | null;
  readonly archivedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const ended: Readonly<Record<EndingAct, PublicationState>> = {
  withdraw: 'withdrawn',
  expire: 'expired',
  repeal: 'repealed',
};

export const newest = (publication: Publication): EditionRecord =>
  publication.editions.at(-1) ?? publication.editions[0];

/** The state of the newest edition, or how the publication ended; `inForce` tells what the public sees. */
export function stateOf(publication: Publication): PublicationState {
  if (publication.archivedAt !== null) return 'archived';
  return publication.ending === null ? newest(publication).state : ended[publication.ending.act];
}

export const inForceOf = (publication: Publication): EditionRecord | null =>
  publication.editions.find((e) => e.edition === publication.inForce) ?? null;

/**
 * Every channel that was ever sent an edition, in order of first appearance: all of them show something, or
 * did.
 */
export function channelsReached(publication: Publication): readonly string[] {
  return [...new Set(publication.editions.filter((e) => e.state === 'released').flatMap((e) => e.channels))];
}

/** The instant (ISO 8601) at which something happens by itself, or null. */
export function wakeAt(publication: Publication): string | null {
  if (publication.ending !== null) return null;
  const current = newest(publication);
  const due = [
    current.state === 'scheduled' ? current.schedule.publishAt : null,
    inForceOf(publication)?.schedule.expiresAt ?? null,
  ];
  return (
    due
      .filter((at) => at !== null)
      .map((at) => new Date(at).toISOString())
      .sort()[0] ?? null
  );
}
