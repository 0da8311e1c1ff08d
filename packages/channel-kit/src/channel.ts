import type {
  Capabilities,
  Edition,
  EndingAct,
  IllustratedEdition,
  Preview,
  Problem,
  Reading,
  Target,
  SendingCost,
} from '@towncrier/contracts';
import type { CollectionSpec, Doc, Store } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { TargetDeclaration, TargetReader } from './register/target.declaration.ts';
import type { Call } from './thread.ts';

/**
 * What a channel will send. `hash` is the SHA-256 (hex) over exactly the bytes the public will get,
 * comparable on read-back.
 */
export interface Rendition {
  readonly hash: string;
}

/** A withdrawal, as a verb sees it. */
export interface Withdrawal {
  readonly publication: string;
  readonly edition: number;
  readonly title: string;
  readonly reason: string;
  readonly act?: EndingAct | undefined;
  /** `successor`: the page of what takes its place. */
  readonly links: { readonly page: string; readonly successor?: string | undefined };
  readonly withdrawnAt: string;
}

/** Where an earlier edition of the same publication stands on the far end. */
export interface Posting {
  /** The idempotency key it was put up with, so that what was prepared for it is found again. */
  readonly key: string;
  readonly edition: number;
  /** Id of the target, null where it was put up at all of them in one call. */
  readonly target?: string | null | undefined;
  readonly reference: string;
  readonly url?: string | undefined;
  readonly hash: string;
}

/** One part of a delivery, with one irreversible call of its own. Most channels have a single one. */
export interface Batch {
  readonly number: number;
  readonly targets: readonly string[];
  /** Id of the target that carries it to them, where one does, as it was chosen when the batch was planned. */
  readonly via?: string | undefined;
}

export interface Context {
  /**
   * Same for every attempt of the same call: `delivery` or `delivery#batch`. Hand it to the far end where it
   * takes one.
   */
  readonly idempotencyKey: string;
  readonly lane: 'urgent' | 'normal';
  readonly signal: AbortSignal;
  readonly batch: Batch;
  /** What stands there now, when this is a correction or a withdrawal: the newest edition at this place. */
  readonly previous: Posting | null;
  /** Where this call is to show it; null where it is for several targets, or the channel has no register. */
  readonly target: Target | null;
  readonly releasedAt: string;
  readonly corrects: Edition['corrects'];
  /** When this call was begun (ISO 8601); on `observe`, when the call in question was begun. */
  readonly startedAt: string;
}

/**
 * Everything known about an earlier call, so that its outcome can be found out. Any of the three may be all
 * there is.
 */
export interface Trace<P> {
  readonly idempotencyKey: string;
  readonly prepared: P | null;
  readonly reference: string | null;
  readonly hint: string | null;
}

export type Outcome =
  | { readonly kind: 'done'; readonly reference: string; readonly url?: string }
  /** Accepted, not out yet: the kit keeps observing `reference`. */
  | { readonly kind: 'pending'; readonly reference: string; readonly url?: string };

/** Of the targets one call is for: how many show it, and who does not (at most 20, by id), with the reason. */
export type Parts = NonNullable<Call['parts']>;

/** What the public end shows now. `unclear`: cannot be told at this moment, ask again later. */
export type Sighting =
  | {
      readonly kind: 'present';
      readonly reference: string;
      readonly hash: string;
      readonly url?: string;
      readonly detail?: string;
      readonly parts?: Parts;
    }
  | { readonly kind: 'gone'; readonly detail?: string }
  | {
      readonly kind: 'different';
      readonly hash: string;
      readonly reference?: string;
      readonly url?: string;
      readonly detail?: string;
    }
  | { readonly kind: 'unclear'; readonly detail?: string; readonly parts?: Parts };

/** An address that a person may open. */
export interface Place {
  readonly label: string;
  readonly url: string;
}

export interface Health {
  readonly ok: boolean;
  readonly words: string;
}

/**
 * What an adapter gets at start. A channel keeps whatever it must remember in `store`; clock and ids come in.
 */
export interface Surroundings<S> {
  readonly settings: S;
  readonly store: Store;
  readonly clock: () => Date;
  readonly log: { info(fields: object, words: string): void; warn(fields: object, words: string): void };
  /** The channel's register of targets; empty where it declares none. */
  readonly targets: TargetReader;
  /** Base address under which this service's own `serve` routes are reachable by the public. */
  readonly publicUrl: string;
}

/** For whom something is estimated, at this moment. */
export interface Estimated {
  readonly meant: readonly string[];
  readonly targets: TargetReader;
}

/** The verbs. One attempt each: no retry, no sleep, no loop over attempts; the kit owns those. */
export interface Adapter<R extends Rendition, P = null> {
  /**
   * Harmless preparation (uploads, drafts). Its result is stored before `publish` is called and handed to it.
   */
  prepare?(rendition: R, ctx: Context): Promise<P>;
  /** Exactly one irreversible call. */
  publish(rendition: R, prepared: P, ctx: Context): Promise<Outcome>;
  /** Read-only. `rendition` is null when a withdrawal is looked at. */
  observe(trace: Trace<P>, rendition: R | null, ctx: Context): Promise<Sighting>;
  /** As publish; "already gone" is a success. `posting` is what is to be taken back. */
  withdraw(posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome>;
  /**
   * After a withdrawal: does the far end show what the declared `recall` promises? Without it, `observe`
   * answering `gone` is the proof.
   */
  observeWithdrawal?(
    posting: Posting,
    withdrawal: Withdrawal,
    trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting>;
  /** Credentials and reach, without side effect. */
  probe(signal: AbortSignal): Promise<Health>;
  /**
   * Which parts a delivery has; absent = one. Must be the same for the same delivery (it is stored on first
   * use).
   */
  batches?(
    rendition: R,
    ctx: Pick<Context, 'idempotencyKey' | 'releasedAt' | 'previous'> & {
      /** Ids of the targets it is meant for, as they were resolved when it was accepted. */
      readonly meant: readonly string[];
    },
  ): Promise<readonly Batch[]>;
  /**
   * Takes one post away because a later edition replaced it. Where a correction is a new post and a withdrawal
   * erases, every post that stands gets one such call, on a withdrawal too.
   */
  erase?(posting: Posting, ctx: Context): Promise<Outcome>;
  /**
   * Likewise for a withdrawal. `reached`: the targets of all batches that may have been heard, each once; `calls`:
   * the idempotency keys of these batches. Whoever is known not to have heard is left out.
   */
  withdrawalBatches?(reached: readonly string[], calls: readonly string[]): Promise<readonly Batch[]>;
  /** Public pages and far-end callbacks of this channel, on its own port. */
  serve?(http: FastifyInstance, kit: { sighted(idempotencyKey: string): void }): Promise<void> | void;
  /**
   * Gets fresh credentials after `CredentialsStale`; the kit calls it once and then repeats the verb once.
   */
  refresh?(signal: AbortSignal): Promise<void>;
  /** Called at shutdown. */
  close?(): Promise<void>;
}

export interface Channel<S = unknown, R extends Rendition = Rendition, P = unknown> {
  readonly id: string;
  /** 中文, as the console shows it. */
  readonly title: string;
  readonly consumes: readonly string[];
  /** The environment it reads: a zod object, keys in SCREAMING_SNAKE_CASE, each with `.describe()`. */
  readonly settings: z.ZodType<S>;
  readonly can: Capabilities;
  /**
   * All it keeps, `kitCollections` among them: the list of `src/collections.ts`, by which `npm run migrate`
   * finds them. No other collection opens.
   */
  readonly collections: readonly CollectionSpec<Doc>[];
  /**
   * Kinds of its targets and what must be known of one. The kit keeps the register, answers for it and fills
   * it on the first start. Without it the channel has one far end, which its settings name.
   */
  readonly targets?: TargetDeclaration<S>;
  /** Deliveries in work at a time. */
  readonly slots: { readonly urgent: number; readonly normal: number };
  /**
   * Waits (ms) between looks at the public end where the usual ones are too many, e.g. under a daily call
   * limit. The last one repeats.
   */
  readonly observeLadder?: readonly number[];
  /** How long (ms) one verb may take; default 15,000. */
  readonly timeoutMs?: number;
  /**
   * Promises of the conformance suite that this far end cannot be held to, by name, each with the reason. The
   * one place for them: the suite reads it and docs/channels.md prints it.
   */
  readonly waivers?: Readonly<Record<string, string>>;
  /** `live` when real credentials are set; the kit refuses a mixture. */
  mode(settings: S): 'twin' | 'live';
  /**
   * Where what is sent depends on the shape of a target (a screen's size, a board's paper, the signature of a
   * route): the name of that shape; null for a target that has none. Pure. A rendition is made once for each
   * distinct form, however many targets have it.
   */
  formOf?(target: Target): string | null;
  /** Of what forms an edition was made that was approved before forms were remembered. */
  readonly formerForms?: readonly string[];
  /**
   * It shows no pictures: none are fetched for it, and the editions it gets carry none. Nobody waits for a picture
   * where a text would do.
   */
  readonly wordsOnly?: true;
  /** Pure. `forms` as for `render`. */
  check(edition: IllustratedEdition, settings: S, forms?: readonly string[]): readonly Problem[];
  /**
   * Pure: same edition and forms, same bytes. May be slow (images), hence the promise. `forms`: the distinct
   * forms of all targets that are not retired, sorted, or those that were approved; none without `formOf`.
   */
  render(edition: IllustratedEdition, settings: S, forms?: readonly string[]): Promise<R>;
  /**
   * Pure: the words that a warning is lifted with, where `recall` erases and would say nothing. They are put up
   * as an edition is, at every place that shows the warning, before that is taken down there.
   */
  renderLifting?(withdrawal: Withdrawal): Promise<R>;
  /**
   * Pure: all that a reader finds in it, as plain text; one for each form that may say less than another. The hub
   * compares it with the edition and tells editor and reviewer what is not there.
   */
  readings(rendition: R): readonly Reading[];
  /**
   * Pure: what stands now in each part that `can.ownWords` declares, by its name; what an editor begins with who writes
   * it for this channel alone.
   */
  parts?(rendition: R): Readonly<Record<string, string>>;
  /**
   * Pure: what editor and reviewer should know of it before they approve it, in words; nothing that stops it. Absent:
   * nothing.
   */
  notes?(rendition: R): readonly string[];
  /**
   * Reads the register, changes nothing: what it would take to send it to these targets (ids), in words, e.g. how
   * many people and at what price. Absent: nothing worth telling.
   */
  estimate?(rendition: R, at: Estimated): Promise<readonly string[]>;
  /** Likewise in figures. Absent: it costs nothing worth counting. */
  cost?(rendition: R, at: Estimated): Promise<SendingCost>;
  /** Pure: how the rendition looks to a person. */
  preview(rendition: R): Promise<Preview>;
  /** Addresses a person may open. */
  places?(
    settings: S,
    publicUrl: string,
    targets: TargetReader,
  ): readonly Place[] | Promise<readonly Place[]>;
  adapter(at: Surroundings<S>): Promise<Adapter<R, P>> | Adapter<R, P>;
}

/** Freezes and returns the definition; the only export of `src/channel.ts`. */
export function defineChannel<S, R extends Rendition, P = null>(channel: Channel<S, R, P>): Channel<S, R, P> {
  return Object.freeze(channel);
}
