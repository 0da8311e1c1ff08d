import {
  announcementTtlMs,
  channelAnnounced,
  channelDirectory,
  type ChannelAnnounced,
} from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import { ProblemError } from '../../http/problem.ts';
import type { HubLog } from '../../ports/hub.parts.ts';

/**
 * Which channels there are: those that announce themselves. One that falls silent stays known, as not ready,
 * until the hub restarts:
 * a channel that is being restarted must not silently drop out of a notice.
 */
export class ChannelDirectory {
  private readonly known = new Map<string, ChannelAnnounced>();

  constructor(
    private readonly broker: Broker,
    private readonly log: HubLog,
  ) {}

  /** In order of id. With the broker down: what was known before, none of it ready. */
  async list(): Promise<readonly ChannelAnnounced[]> {
    const live = await this.live();
    for (const channel of live) this.known.set(channel.id, channel);
    const ids = new Set(live.map((c) => c.id));
    return [...this.known.values()]
      .map((c) => (ids.has(c.id) ? c : { ...c, ready: false }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** @throws ProblemError 422 for a channel that nobody ever announced, as far as anything is announced */
  async expect(wanted: readonly string[]): Promise<readonly string[]> {
    const ids = (await this.list()).map((c) => c.id);
    const unknown = ids.length === 0 ? [] : wanted.filter((id) => !ids.includes(id));
    if (unknown.length > 0)
      throw new ProblemError(
        422,
        'unknown-channel',
        `没有这些渠道：${unknown.join('、')}；现有渠道：${ids.join('、')}`,
      );
    return [...new Set(wanted)];
  }

  private async live(): Promise<readonly ChannelAnnounced[]> {
    // asking for the directory would wait for the broker
    if (!this.broker.connected) return [];
    try {
      const directory = await this.broker.directory(channelDirectory, announcementTtlMs);
      return (await directory.list()).flatMap(({ key, value }) => {
        const read = channelAnnounced.safeParse(value);
        if (!read.success) this.log.warn({ channel: key }, 'announcement cannot be read');
        return read.success ? [read.data] : [];
      });
    } catch (error) {
      this.log.warn({ error: String(error) }, 'channel directory out of reach');
      return [];
    }
  }
}
