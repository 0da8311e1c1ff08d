import type { Quote } from './publication.record.ts';
import type { Omitted } from './channels/shown.rendition.ts';
import type { KeptLoss } from './losses/kept.loss.ts';
import type { Passed, Publication } from './publication.ts';
import type { PublicationEvent } from './publication.events.ts';
import type { Terms } from './publication.terms.ts';
import type { ReviewRoute } from './review.kind.ts';
import type { LeftOut } from './submission.answers.ts';
import type { ChosenAgain, WarningChoice } from './warning.choice.ts';

export interface Given {
  readonly by: string;
  readonly at: string;
}

/**
 * `numbered`: the same words under the index number they were given now. What the channels answered when they
 * were asked to draw them; `unchecked`: those that did not answer; `omitted`: what readers do not find, by channel.
 */
interface Asked {
  readonly numbered?: string | undefined;
  readonly renditions: Readonly<Record<string, string>>;
  readonly unchecked: readonly string[];
  readonly omitted?: Omitted;
  readonly accepted?: readonly string[] | undefined;
  readonly leftOut?: readonly LeftOut[] | undefined;
}

export type Command = Given &
  (
    | {
        readonly type: 'createPublication';
        readonly id: string;
        readonly organisation: string;
        readonly terms: Terms;
        readonly losses: readonly KeptLoss[];
      }
    | { readonly type: 'editDraft'; readonly terms: Terms; readonly losses: readonly KeptLoss[] }
    /** `losses`: their keys; all that nobody has looked at when absent. */
    | { readonly type: 'checkLosses'; readonly losses?: readonly string[] | undefined }
    | ({ readonly type: 'submitEdition'; readonly route: ReviewRoute } & Asked)
    | { readonly type: 'claimReview'; readonly takeOver: boolean }
    | { readonly type: 'approveEdition'; readonly contentHash: string; readonly seal?: string | undefined }
    | { readonly type: 'clearEdition'; readonly contentHash: string; readonly seal?: string | undefined }
    | { readonly type: 'referEdition'; readonly reason: string; readonly code?: string | undefined }
    | { readonly type: 'returnEdition'; readonly reason: string; readonly code?: string | undefined }
    | {
        readonly type: 'makeComment';
        readonly block: number;
        readonly words: string;
        readonly quote?: Quote | undefined;
      }
    | { readonly type: 'answerComment'; readonly comment: number; readonly words: string }
    | {
        readonly type: 'settleComment';
        readonly comment: number;
        readonly as: 'resolved' | 'waived';
        readonly words: string;
      }
    | { readonly type: 'publishEdition' }
    | { readonly type: 'cancelSchedule'; readonly reason: string }
    | ({
        readonly type: 'requestUrgentRelease';
        readonly reason: string;
        readonly chosen?: WarningChoice | undefined;
      } & Asked &
        Passed)
    | ({
        readonly type: 'confirmUrgentRelease';
        readonly contentHash: string;
        readonly seal?: string | undefined;
      } & ChosenAgain)
    | {
        readonly type: 'reviewAfterwards';
        readonly edition: number;
        readonly verdict: 'upheld' | 'faulted';
        readonly words: string;
      }
    | {
        readonly type: 'correctPublication';
        readonly reason: string;
        readonly hidesEarlier?: boolean | undefined;
        readonly terms: Terms;
        readonly losses: readonly KeptLoss[];
      }
    | { readonly type: 'withdrawPublication'; readonly reason: string; readonly endsNoticeEarly: boolean }
    | { readonly type: 'expirePublication'; readonly reason: string }
    | {
        readonly type: 'repealPublication';
        readonly reason: string;
        readonly basis: string;
        readonly successor?: string | undefined;
      }
    | {
        readonly type: 'liftWarning';
        readonly reason: string;
        /** The message of the issuer that says so; absent where the house lifts its own. */
        readonly message?: string | undefined;
      }
    | { readonly type: 'archivePublication'; readonly reason: string }
    /** By the clock, not by a person. */
    | { readonly type: 'wake' }
  );
/** A command without who and when. */
export type Unsigned = Distribute<Command>;
type Distribute<C> = C extends unknown ? Omit<C, keyof Given> : never;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

export type RefusalCode =
  | 'forbidden'
  | 'four-eyes'
  | 'wrong-state'
  | 'wrong-stage'
  | 'claimed'
  | 'open-comments'
  | 'content-changed'
  | 'terms-changed'
  | 'nothing-changed'
  | 'reason-unfinished'
  | 'no-channels'
  | 'channel-still-shows'
  | 'not-urgent'
  | 'request-lapsed'
  | 'chosen-otherwise'
  | 'embargo'
  | 'term-over'
  | 'no-expiry'
  | 'not-a-warning'
  | 'bad-schedule'
  | 'notice-period'
  | 'drill'
  | 'verbatim'
  | 'nothing-due'
  | 'no-such-comment'
  | 'no-such-loss'
  | 'already-exists'
  | 'not-found';

/** `words`: the rule, its source where it has one, and the remedy, in Chinese, for the person who asked. */
export type Decision =
  | { readonly kind: 'done'; readonly events: readonly PublicationEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly words: string };

export const done = (...events: readonly PublicationEvent[]): Decision => ({ kind: 'done', events });
export const refused = (code: RefusalCode, words: string): Decision => ({ kind: 'refused', code, words });

/** One rule: decides about a command on a publication that exists. */
export type Rule<T extends Command['type']> = (command: CommandOf<T>, state: Publication) => Decision;
