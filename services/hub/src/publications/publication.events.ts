import type { Quote } from './publication.record.ts';
import type { Omitted } from './channels/shown.rendition.ts';
import type { KeptLoss } from './losses/kept.loss.ts';
import type { EndingAct, Passed } from './publication.ts';
import type { Terms } from './publication.terms.ts';
import type { ReviewKind, ReviewRoute } from './review.kind.ts';
import type { LeftOut } from './submission.answers.ts';
import type { WarningChoice } from './warning.choice.ts';

interface Told {
  readonly by: string;
  readonly at: string;
}

/** What happened to a publication, in the past tense. */
export type PublicationEvent = Told &
  (
    | {
        readonly type: 'publicationCreated';
        readonly id: string;
        readonly organisation: string;
        readonly terms: Terms;
        readonly losses: readonly KeptLoss[];
      }
    | { readonly type: 'draftEdited'; readonly terms: Terms; readonly losses: readonly KeptLoss[] }
    | { readonly type: 'lossesChecked'; readonly losses: readonly string[] }
    | {
        readonly type: 'editionSubmitted';
        readonly numbered: string | undefined;
        readonly renditions: Readonly<Record<string, string>>;
        readonly unchecked: readonly string[];
        readonly omitted?: Omitted | undefined;
        readonly accepted?: readonly string[] | undefined;
        readonly leftOut?: readonly LeftOut[] | undefined;
        readonly route: ReviewRoute;
      }
    | { readonly type: 'reviewClaimed'; readonly kind: ReviewKind }
    | {
        readonly type: 'reviewPassed';
        readonly kind: ReviewKind;
        readonly contentHash: string;
        readonly seal: string;
      }
    | {
        readonly type: 'editionReferred';
        readonly kind: ReviewKind;
        readonly reason: string;
        readonly code: string | undefined;
      }
    | {
        readonly type: 'editionReturned';
        /** The review that sent it back; null for whoever was to publish it. */
        readonly kind: ReviewKind | null;
        readonly reason: string;
        readonly code: string | undefined;
      }
    | {
        readonly type: 'commentMade';
        readonly block: number;
        readonly words: string;
        readonly quote?: Quote | undefined;
      }
    | { readonly type: 'commentAnswered'; readonly comment: number; readonly words: string }
    | {
        readonly type: 'commentSettled';
        readonly comment: number;
        readonly as: 'resolved' | 'waived';
        readonly words: string;
      }
    | { readonly type: 'releaseScheduled'; readonly publishAt: string }
    | { readonly type: 'scheduleCancelled'; readonly reason: string }
    | {
        readonly type: 'urgentReleaseRequested';
        readonly numbered: string | undefined;
        readonly reason: string;
        readonly until: string;
        readonly renditions: Readonly<Record<string, string>>;
        readonly unchecked: readonly string[];
        readonly omitted?: Omitted | undefined;
        readonly notCarried?: Passed['notCarried'];
        readonly remarks?: Passed['remarks'];
        readonly chosen?: WarningChoice | undefined;
      }
    | {
        readonly type: 'urgentReleaseConfirmed';
        readonly contentHash: string;
        readonly seal: string;
        readonly reviewDueAt: string;
      }
    | {
        readonly type: 'releaseReviewedAfterwards';
        readonly edition: number;
        readonly verdict: 'upheld' | 'faulted';
        readonly words: string;
      }
    | { readonly type: 'editionReleased'; readonly edition: number }
    | {
        readonly type: 'correctionDrafted';
        readonly reason: string;
        readonly corrects: number;
        /** What it corrects must not stay public as an earlier edition. */
        readonly hidesEarlier?: true;
        readonly terms: Terms;
        readonly losses: readonly KeptLoss[];
      }
    | {
        readonly type: 'publicationEnded';
        readonly act: EndingAct;
        readonly reason: string;
        readonly edition: number;
        readonly channels: readonly string[];
        readonly basis?: string | undefined;
        readonly successor?: string | undefined;
        readonly message?: string | undefined;
      }
    | { readonly type: 'publicationArchived'; readonly reason: string }
  );

/** Every type of event; a history names nothing else. */
export const eventTypes = [
  'publicationCreated',
  'draftEdited',
  'lossesChecked',
  'editionSubmitted',
  'reviewClaimed',
  'reviewPassed',
  'editionReferred',
  'editionReturned',
  'commentMade',
  'commentAnswered',
  'commentSettled',
  'releaseScheduled',
  'scheduleCancelled',
  'urgentReleaseRequested',
  'urgentReleaseConfirmed',
  'releaseReviewedAfterwards',
  'editionReleased',
  'correctionDrafted',
  'publicationEnded',
  'publicationArchived',
] as const satisfies readonly PublicationEvent['type'][];
