import type { QuietHours } from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import type { Store } from '@towncrier/storage';
import type { Metrics } from '@towncrier/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Health } from './channel.ts';
import type { Inbox } from './inbox.ts';
import type { Delivery } from './thread.ts';

export interface RuntimeLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
}

export interface RuntimeParts<S> {
  readonly settings: S;
  readonly store: Store;
  readonly broker: Broker;
  readonly clock: () => Date;
  readonly log: RuntimeLog;
  readonly metrics?: Pick<Metrics, 'outboxRelayed'>;
  readonly publicUrl: string;
  /** Where the keys to the secrets of its targets are; made at the first start. */
  readonly targetKeyFile: string;
  /** In which normal notices wait; null for none. */
  readonly quietHours?: QuietHours | null;
  readonly onSettled?: (delivery: Delivery) => void;
}

/**
 * One running channel without its web server and its consumers: what they call, and what works in the
 * background.
 */
export interface ChannelRuntime {
  readonly inbox: Inbox;
  serve(http: FastifyInstance): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  probe(): Promise<Health>;
}
