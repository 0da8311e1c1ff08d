/** What the hub gets from outside, by symbol, so that tests hand in their own. */
export const STORE = Symbol('Store');
export const BROKER = Symbol('Broker');
export const CLOCK = Symbol('Clock');
export const RANDOM = Symbol('Random');
export const SETTINGS = Symbol('HubSettings');
export const LOG = Symbol('HubLog');

/** The current instant. */
export type Clock = () => Date;
/** That many bytes nobody can guess. */
export type Random = (bytes: number) => Uint8Array;

export interface HubLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}
