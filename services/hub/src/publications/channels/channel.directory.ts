import {
  announcementTtlMs,
  channelAnnounced,
  channelDirectory,
  type ChannelAnnounced,
} from '@towncrier/contracts';
import { canonicalJson } from '@towncrier/content';
import type { Broker } from '@towncrier/messaging';
import { ProblemError } from '../../http/problem.ts';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { ChannelRegister } from './channel.register.ts';
import type { KnownChannel } from './known.channel.ts';

interface Told {
  readonly log: HubLog;
  /** Called when a channel came, went, or says something else of itself. */
  readonly changed: () => void;
}

/** What people see of a channel, but for when it was last heard of. */
const seenOf = ({ online, doc }: KnownChannel) => {
  const { at: _at, ...announced } = doc.announced;
  return { online, announced, removed: doc.removed };
};

/**
 * Which channels there are: those that announced themselves, once. One that falls silent stays, as not online,
 * for as long as no operator removes it: a channel that is being restarted must not drop out of a notice.
 */
export class ChannelDirectory {
  private timer: NodeJS.Timeout | null = null;
  /** All that is seen of the channels, as it was last time. */
  private seen: string | undefined;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly broker: Broker,
    private readonly register: ChannelRegister,
    private readonly told: Told,
  ) {}

  /** Looks now and from time to time, so that a channel is known although nobody asked for it yet. */
  async start(): Promise<void> {
    await this.all();
    this.timer = setInterval(() => {
      this.looking = this.all().catch((error: unknown) =>
        this.told.log.warn({ error: String(error) }, 'channels could not be kept'),
      );
    }, announcementTtlMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
  }

  /** In order of id, without those that were removed. With the broker down none of them is online. */
  async list(): Promise<readonly KnownChannel[]> {
    return (await this.all()).filter(({ doc }) => doc.removed === null);
  }

  /** In order of id; those that were removed too. */
  async all(): Promise<readonly KnownChannel[]> {
    const live = await this.live();
    const online = new Set(live.map((c) => c.id));
    const known = (await this.register.remember(live)).map((doc) => ({
      id: doc._id,
      online: online.has(doc._id),
      doc,
    }));
    this.compare(known);
    return known;
  }

  /**
   * @param standing channels that it has already: also one that was removed since stays with it
   * @throws ProblemError 422 for a channel that nobody ever announced, as far as anything was announced
   */
  async expect(wanted: readonly string[], standing: readonly string[]): Promise<readonly string[]> {
    const ids = (await this.list()).map((c) => c.id);
    const known = new Set([...ids, ...standing]);
    const unknown = ids.length === 0 ? [] : wanted.filter((id) => !known.has(id));
    if (unknown.length > 0)
      throw new ProblemError(
        422,
        'unknown-channel',
        `没有这些渠道：${unknown.join('、')}；现有渠道：${ids.join('、')}`,
      );
    return [...new Set(wanted)];
  }

  private compare(known: readonly KnownChannel[]): void {
    const now = canonicalJson(known.map(seenOf));
    if (this.seen !== undefined && this.seen !== now) this.told.changed();
    this.seen = now;
  }

  private async live(): Promise<readonly ChannelAnnounced[]> {
    // asking for the directory would wait for the broker
    if (!this.broker.connected) return [];
    try {
      const directory = await this.broker.directory(channelDirectory, announcementTtlMs);
      return (await directory.list()).flatMap(({ key, value }) => {
        const read = channelAnnounced.safeParse(value);
        if (!read.success) this.told.log.warn({ channel: key }, 'announcement cannot be read');
        return read.success ? [read.data] : [];
      });
    } catch (error) {
      this.told.log.warn({ error: String(error) }, 'channel directory out of reach');
      return [];
    }
  }
}
