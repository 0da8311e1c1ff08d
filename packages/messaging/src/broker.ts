import type { Envelope } from '@towncrier/contracts';

/**
 * What the house needs of JetStream. Implemented over @nats-io/* in `jetstream.broker.ts`; nothing else
 * imports those.
 */
export interface Broker {
  readonly connected: boolean;
  /**
   * Resolves after the broker has stored it. `envelope.id` is the message id: a repeat is stored once. Throws
   * `BrokerUnavailable`.
   */
  publish(subject: string, envelope: Envelope<unknown>): Promise<Stored>;
  /**
   * Creates or updates every stream and bucket the contracts name. Called on connect and after a loss of the
   * broker's disk.
   */
  provision(): Promise<void>;
  /**
   * Called once at connect and again whenever a stream is found to be younger than the one known before: its
   * contents are lost and must be told again.
   */
  onRebirth(listener: (streams: readonly string[]) => void): void;
  /** A directory of live entries (KV). `list` leaves out entries older than `ttlMs`. */
  directory(bucket: string, ttlMs: number): Promise<Directory>;
  /** Bytes by their name (KV), so many days long. A name is written once: its bytes never change. */
  shelf(bucket: string): Promise<Shelf>;
  /**
   * Core request/reply for questions where a lost answer does no harm. Throws `NoAnswer` when nobody answers
   * in time.
   */
  ask(subject: string, question: unknown, timeoutMs: number): Promise<unknown>;
  answer(subject: string, reply: (question: unknown) => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** Where a message stands; `duplicate`: it stood there before. */
export interface Stored {
  readonly stream: string;
  readonly sequence: number;
  readonly duplicate: boolean;
}

export interface Directory {
  put(key: string, value: unknown): Promise<void>;
  list(): Promise<readonly { key: string; value: unknown }[]>;
  remove(key: string): Promise<void>;
}

export interface Shelf {
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null for what is not there, or no longer. */
  get(name: string): Promise<Uint8Array | null>;
}

export class BrokerUnavailable extends Error {
  override readonly name = 'BrokerUnavailable';
}
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
/**
 * Thrown by a handler for a message that can never be handled: it goes to the dead letters with this cause,
 * and the next one is taken.
 */
export class Poison extends Error {
  override readonly name = 'Poison';
}
