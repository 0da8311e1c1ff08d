/** The hub's settings, by symbol: they are data, not a class. */
export const SETTINGS = Symbol('HubSettings');

/** The current instant. */
export type Clock = () => Date;
/** That many bytes nobody can guess. */
export type Random = (bytes: number) => Uint8Array;

export interface HubLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}
