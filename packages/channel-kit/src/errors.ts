/**
 * The six ways a far-end call can end badly, one per who must act. Anything else thrown after the call began
 * counts as an unknown outcome.
 */
export abstract class ChannelError extends Error {
  /** Plain Chinese for the person who must act: cause and next step. */
  readonly words: string;
  constructor(words: string, options?: { cause?: unknown }) {
    super(words, options);
    this.words = words;
    this.name = new.target.name;
  }
}

/** The kit waits (`waitMs`, else its own ladder) and tries again. The far end certainly did not act. */
export class FarEndBusy extends ChannelError {
  readonly waitMs: number | null;
  constructor(words: string, options: { waitMs?: number; cause?: unknown } = {}) {
    super(words, options);
    this.waitMs = options.waitMs ?? null;
  }
}
/** The kit calls `refresh` once and repeats the verb once. */
export class CredentialsStale extends ChannelError {}
/** The editor must change `field`. */
export class ContentRefused extends ChannelError {
  readonly field: string;
  constructor(field: string, words: string, options?: { cause?: unknown }) {
    super(words, options);
    this.field = field;
  }
}
/** Parked until `until` (ISO 8601). */
export class QuotaSpent extends ChannelError {
  readonly until: string;
  constructor(until: string, words: string, options?: { cause?: unknown }) {
    super(words, options);
    this.until = until;
  }
}
/** An operator must act (credentials, whitelist, account); nothing was sent. */
export class OperatorNeeded extends ChannelError {}
/** It may or may not have happened. Nobody retries; `observe` gets `hint` and decides. */
export class OutcomeUnknown extends ChannelError {
  readonly hint: string | null;
  constructor(words: string, options: { hint?: string; cause?: unknown } = {}) {
    super(words, options);
    this.hint = options.hint ?? null;
  }
}
