import type { Cause, DeadLetterGroup, MovedDelivery, RowState, Stats } from '@towncrier/contracts';

/** A channel as the directory has it. */
export interface ChannelFact {
  readonly id: string;
  readonly title: string;
  readonly mode: 'twin' | 'live';
  readonly online: boolean;
  readonly lastSeen: string;
  /** How much it may do, in its own words. */
  readonly quota: string | null;
}

/** An account of a register that takes notices. */
export interface AccountFact {
  readonly channel: string;
  readonly id: string;
  readonly title: string;
  /** The organisation that answers for it, by its name. */
  readonly owner: string;
  readonly active: boolean;
  /** When the register last heard of it: nobody asks a new account what it did before. */
  readonly since: string;
  /** Civil dates on which something that it is called with runs out, and what it is called. */
  readonly expiries: readonly { readonly what: string; readonly on: string }[];
}

/** A delivery that a person must do something about. */
export interface HandFact {
  readonly channel: string;
  readonly state: RowState;
  readonly cause: Cause | null;
  readonly releasedAt: string;
}

/** Many retries that somebody began and that do not go on. */
export interface PausedFact {
  readonly id: string;
  readonly by: string;
  readonly left: number;
  readonly begunAt: string;
}

/** What the ledger says; it may be out of reach. */
export interface LedgerFacts {
  /** Of the last 24 hours. */
  readonly stats: Stats;
  readonly hands: readonly HandFact[];
  readonly letters: readonly Pick<DeadLetterGroup, 'key' | 'words' | 'next' | 'count' | 'first'>[];
  readonly moved: readonly MovedDelivery[];
}

/** All that is known at one moment of what is in operation. */
export interface Snapshot {
  readonly now: string;
  readonly channels: readonly ChannelFact[];
  readonly accounts: readonly AccountFact[];
  readonly paused: readonly PausedFact[];
  readonly ledger: LedgerFacts | null;
}
