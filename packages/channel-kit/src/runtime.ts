import { renderQuestion, type ChannelAnnounced, type Envelope, type QuietHours } from '@towncrier/contracts';
import { OutboxRelay, type Broker } from '@towncrier/messaging';
import type { Store } from '@towncrier/storage';
import type { Metrics } from '@towncrier/telemetry';
import type { FastifyInstance } from 'fastify';
import { Announcer } from './announcer.ts';
import type { Adapter, Channel, Health, Rendition } from './channel.ts';
import { DeliveryExecutor } from './delivery.executor.ts';
import { DeliveryWorker } from './delivery.worker.ts';
import { FarEnd } from './far-end.ts';
import { Inbox, told } from './inbox.ts';
import { defaultObserveLadder, later } from './ladder.ts';
import { RenditionCache } from './rendition.cache.ts';
import { Renditions } from './renditions.ts';
import { answerRender } from './render.answer.ts';
import { ThreadStore } from './thread.store.ts';
import { batches, inbox, threads, type Delivery } from './thread.ts';

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

const retellDays = 30;

export async function createRuntime<S, R extends Rendition, P>(
  definition: Channel<S, R, P>,
  parts: RuntimeParts<S>,
): Promise<ChannelRuntime> {
  const channel = definition as Channel<S, R, unknown>;
  const { settings, store, broker, clock, log, publicUrl } = parts;
  const now = (): string => clock().toISOString();
  const stopped = new AbortController();
  const [threadDocs, inboxDocs, batchDocs] = [
    await store.collection(threads),
    await store.collection(inbox),
    await store.collection(batches),
  ];
  const adapter = (await definition.adapter({ settings, store, clock, log, publicUrl })) as Adapter<
    R,
    unknown
  >;

  const relay = new OutboxRelay({
    collection: threadDocs,
    broker,
    log,
    ...(parts.metrics === undefined ? {} : { metrics: parts.metrics }),
  });
  const threadStore = new ThreadStore(threadDocs, now, () => relay.kick());
  const cache = new RenditionCache(channel, settings);
  const renditions = new Renditions(channel, settings, cache, inboxDocs);
  const farEnd = new FarEnd(
    channel.id,
    adapter,
    renditions as Renditions<unknown, R>,
    batchDocs,
    channel.timeoutMs ?? 15_000,
    now,
    stopped.signal,
  );
  const ladder = channel.observeLadder ?? defaultObserveLadder;
  const executor = new DeliveryExecutor<R>({
    channel: channel.id,
    threads: threadStore,
    farEnd,
    now,
    hashOf: async (id) => (await renditions.of(id)).hash,
    rules: { ladder, visibleWithinMs: channel.can.visibleWithinMs, patience: ladder.length + 20 },
    onSettled: (delivery) => {
      log.info(
        {
          delivery: delivery.id,
          channel: channel.id,
          outcome: delivery.settled?.outcome,
          attempts: delivery.attempts,
        },
        'delivery settled',
      );
      parts.onSettled?.(delivery);
    },
  });
  const worker = new DeliveryWorker(threadStore, executor, channel.slots, log);
  const doors = new Inbox(
    channel.id,
    inboxDocs,
    threadStore,
    now,
    () => worker.kick(),
    parts.quietHours ?? null,
  );
  const announcer = new Announcer(
    broker,
    async (): Promise<ChannelAnnounced> => ({
      id: channel.id,
      title: channel.title,
      consumes: [...channel.consumes],
      can: channel.can,
      mode: channel.mode(settings),
      places: [...(channel.places?.(settings, publicUrl) ?? [])],
      ready: true,
      at: now(),
      ...(parts.quietHours == null ? {} : { quietHours: parts.quietHours }),
    }),
    (words) => log.warn({}, words),
  );

  /** The broker lost what was told: tell it again. Receivers recognise what they know. */
  const retell = async (): Promise<void> => {
    for await (const thread of threadStore.updatedSince(later(now(), -retellDays * 86_400_000))) {
      const by = { channel: channel.id, publication: thread._id };
      for (const entry of thread.deliveries.flatMap((d) => told(by, d)))
        await broker.publish(entry.subject, entry.envelope as Envelope<unknown>);
    }
  };

  return {
    inbox: doors,
    serve: async (http) => {
      await adapter.serve?.(http, { sighted: (key) => void doors.sighted(key.split(':')[0] ?? '') });
    },
    start: async () => {
      if (store.kind === 'sqlite') await threadStore.releaseAll();
      relay.start();
      worker.start();
      broker.onRebirth(
        () =>
          void retell().catch((error: unknown) => log.warn({ error: String(error) }, 'could not tell again')),
      );
      await broker.answer(renderQuestion(channel.id), (question) =>
        answerRender(channel, settings, cache, question),
      );
      await announcer.start();
    },
    stop: async () => {
      await announcer.stop();
      await worker.stop();
      stopped.abort();
      await relay.stop();
      await adapter.close?.();
    },
    probe: () => adapter.probe(AbortSignal.timeout(5000)),
  };
}
