import { OutboxRelay } from '@towncrier/messaging';
import { declaredStore } from '@towncrier/storage';
import type { Channel, Rendition } from './channel.ts';
import type { ChannelRuntime, RuntimeParts } from './channel.runtime.ts';
import { DeliveryExecutor } from './delivery.executor.ts';
import { DeliveryWorker } from './delivery.worker.ts';
import { Planner } from './far-end.plan.ts';
import { FarEnd } from './far-end.ts';
import { Inbox } from './inbox.ts';
import { defaultObserveLadder } from './ladder.ts';
import { Forms } from './forms.ts';
import { renditionForms } from './rendition.forms.ts';
import { openTargets } from './register/open.targets.ts';
import { Illustrator } from './illustrator.ts';
import { RenditionCache } from './rendition.cache.ts';
import { Renditions } from './renditions.ts';
import { RunningChannel } from './running.channel.ts';
import { ThreadStore } from './thread.store.ts';
import { batches, inbox, threads } from './thread.ts';

export async function createRuntime<S, R extends Rendition, P>(
  definition: Channel<S, R, P>,
  parts: RuntimeParts<S>,
): Promise<ChannelRuntime> {
  const channel = definition as Channel<S, R, unknown>;
  const { settings, clock, log, publicUrl } = parts;
  const store = declaredStore(parts.store, channel.collections);
  const now = (): string => clock().toISOString();
  const stopped = new AbortController();
  const [threadDocs, inboxDocs, batchDocs, formsDocs] = [
    await store.collection(threads),
    await store.collection(inbox),
    await store.collection(batches),
    await store.collection(renditionForms),
  ];
  const { id, targets } = channel;
  const keyFile = parts.targetKeyFile;
  const opened = await openTargets({ channel: id, targets, settings, store, keyFile, now });
  const { register, reaches, reader } = opened;
  const adapter = await channel.adapter({ settings, store, clock, log, publicUrl, targets: reader });
  const relay = new OutboxRelay({
    collection: threadDocs,
    broker: parts.broker,
    log,
    ...(parts.metrics === undefined ? {} : { metrics: parts.metrics }),
  });
  const threadStore = new ThreadStore(threadDocs, channel.can, now, () => relay.kick());
  const forms = new Forms(channel, reader, formsDocs);
  const cache = new RenditionCache(channel, settings, new Illustrator(channel, parts.broker));
  const renditions = new Renditions(channel, cache, forms, inboxDocs);
  const planner = new Planner({
    can: channel.can,
    adapter,
    renditions,
    batches: batchDocs,
    reaches,
    targets: reader,
    calls: targets?.calls,
  });
  const farEnd = new FarEnd({
    channel: channel.id,
    adapter,
    renditions,
    planner,
    targets: reader,
    timeoutMs: channel.timeoutMs ?? 15_000,
    now,
    stopped: stopped.signal,
  });
  const executor = executorOf(channel, parts, { threads: threadStore, farEnd, now });
  const worker = new DeliveryWorker(threadStore, executor, channel.slots, log);
  const kick = (): void => worker.kick();
  const doors = new Inbox({
    channel: channel.id,
    events: inboxDocs,
    threads: threadStore,
    reaches,
    now,
    kickWorker: kick,
    quiet: parts.quietHours ?? null,
  });
  return new RunningChannel(channel, parts, {
    adapter,
    inbox: doors,
    threads: threadStore,
    cache,
    forms,
    relay,
    worker,
    register,
    reader,
    stopped,
  });
}

function executorOf<S, R extends Rendition>(
  channel: Channel<S, R, unknown>,
  parts: RuntimeParts<S>,
  at: {
    readonly threads: ThreadStore;
    readonly farEnd: FarEnd<R>;
    readonly now: () => string;
  },
): DeliveryExecutor<R> {
  const ladder = channel.observeLadder ?? defaultObserveLadder;
  return new DeliveryExecutor<R>({
    channel: channel.id,
    can: channel.can,
    threads: at.threads,
    farEnd: at.farEnd,
    now: at.now,
    rules: { ladder, visibleWithinMs: channel.can.visibleWithinMs, patience: ladder.length + 20 },
    onSettled: (delivery) => {
      const { id, attempts, settled } = delivery;
      const fields = { delivery: id, channel: channel.id, outcome: settled?.outcome, attempts };
      parts.log.info(fields, 'delivery settled');
      parts.onSettled?.(delivery);
    },
  });
}
