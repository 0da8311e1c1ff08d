import { registerQuestion, renderQuestion } from '@towncrier/contracts';
import type { OutboxRelay } from '@towncrier/messaging';
import type { FastifyInstance } from 'fastify';
import { announcementOf, briefAnnouncementOf, type AnnouncedAt } from './announcement.ts';
import { Announcer } from './announcer.ts';
import type { Adapter, Channel, Health, Rendition } from './channel.ts';
import type { DeliveryWorker } from './delivery.worker.ts';
import type { Forms } from './forms.ts';
import type { Inbox } from './inbox.ts';
import { answerRegister } from './register/register.answer.ts';
import type { Meant, TargetReader } from './register/target.declaration.ts';
import type { TargetRegister } from './register/target.register.ts';
import type { RenditionCache } from './rendition.cache.ts';
import { answerRender } from './render.answer.ts';
import { retell } from './retelling.ts';
import type { ChannelRuntime, RuntimeParts } from './channel.runtime.ts';
import type { ThreadStore } from './thread.store.ts';
import type { Thread } from './thread.ts';

/** What one running channel is made of. */
interface Organs<S, R extends Rendition> {
  readonly adapter: Adapter<R, unknown>;
  readonly inbox: Inbox;
  readonly threads: ThreadStore;
  readonly cache: RenditionCache<S, R>;
  readonly forms: Forms;
  readonly relay: OutboxRelay<Thread>;
  readonly worker: DeliveryWorker<R>;
  readonly register: TargetRegister;
  readonly reader: TargetReader;
  readonly stopped: AbortController;
}

/** What the doors of a channel call, and the order in which its parts begin and end. */
export class RunningChannel<S, R extends Rendition> implements ChannelRuntime {
  readonly inbox: Inbox;
  private readonly announcer: Announcer;

  constructor(
    private readonly channel: Channel<S, R, unknown>,
    private readonly parts: RuntimeParts<S>,
    private readonly organs: Organs<S, R>,
  ) {
    this.inbox = organs.inbox;
    const { settings, publicUrl, broker, log } = parts;
    const at = (): AnnouncedAt<S> => ({
      settings,
      publicUrl,
      targets: organs.reader,
      quietHours: parts.quietHours ?? null,
      now: this.now(),
    });
    this.announcer = new Announcer(
      broker,
      {
        id: channel.id,
        brief: () => briefAnnouncementOf(channel, at()),
        whole: () => announcementOf(channel, at()),
      },
      (words) => log.warn({}, words),
    );
  }

  async serve(http: FastifyInstance): Promise<void> {
    const sighted = (key: string): void => void this.inbox.sighted(key.split(':')[0] ?? '');
    await this.organs.adapter.serve?.(http, { sighted });
  }

  async start(): Promise<void> {
    const { broker, store, log } = this.parts;
    const { threads: known, relay, worker, cache, forms, register, reader: targets } = this.organs;
    const resolve = async (meant: Meant): Promise<readonly string[]> =>
      (await register.resolve(meant)).reached.map(({ id }) => id);
    if (store.kind === 'sqlite') await known.releaseAll();
    relay.start();
    worker.start();
    const again = (): Promise<void> => retell(this.channel.id, known, broker, this.now());
    const warn = (error: unknown): void => log.warn({ error: String(error) }, 'could not tell again');
    broker.onRebirth(() => void again().catch(warn));
    await broker.answer(renderQuestion(this.channel.id), (question) =>
      answerRender(this.channel, { renditions: cache, forms, targets, resolve }, question),
    );
    await broker.answer(registerQuestion(this.channel.id), (question) =>
      answerRegister(this.channel.id, register, question),
    );
    await this.announcer.start();
  }

  async stop(): Promise<void> {
    await this.announcer.stop();
    await this.organs.worker.stop();
    this.organs.stopped.abort();
    await this.organs.relay.stop();
    await this.organs.adapter.close?.();
  }

  probe(): Promise<Health> {
    return this.organs.adapter.probe(AbortSignal.timeout(5000));
  }

  private now(): string {
    return this.parts.clock().toISOString();
  }
}
