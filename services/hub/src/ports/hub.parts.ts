import type { Broker } from '@towncrier/messaging';
import type { Store } from '@towncrier/storage';
import type { Metrics } from '@towncrier/telemetry';
import type { HubSettings } from './hub.settings.ts';

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

/** What the hub gets from outside; tests hand in their own. */
export interface HubParts {
  readonly settings: HubSettings;
  readonly store: Store;
  readonly broker: Broker;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: HubLog;
  readonly metrics: Pick<Metrics, 'render' | 'outboxRelayed'>;
}
