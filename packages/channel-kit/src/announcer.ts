import { announcementTtlMs, channelDirectory, type ChannelAnnounced } from '@towncrier/contracts';
import type { Broker, Directory } from '@towncrier/messaging';

/** A channel's entry in the directory. */
export interface Announced {
  readonly id: string;
  /** Without addresses: there at once, whatever the register holds. */
  brief(): ChannelAnnounced;
  whole(): Promise<ChannelAnnounced>;
}

/** Keeps this channel's entry in the directory alive; the hub and the console know only channels that do. */
export class Announcer {
  private directory: Directory | null = null;
  private timer: NodeJS.Timeout | null = null;
  private first: Promise<void> = Promise.resolve();

  constructor(
    private readonly broker: Broker,
    private readonly entry: Announced,
    private readonly warn: (words: string) => void,
  ) {}

  /** It is known when this returns; its addresses follow: for them a channel may have to read all its targets. */
  async start(): Promise<void> {
    await this.announce(() => Promise.resolve(this.entry.brief()));
    this.first = this.announce(() => this.entry.whole());
    this.timer = setInterval(() => void this.announce(() => this.entry.whole()), announcementTtlMs / 3);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.first;
    await this.directory?.remove(this.entry.id).catch(() => undefined);
  }

  private async announce(told: () => Promise<ChannelAnnounced>): Promise<void> {
    try {
      this.directory ??= await this.broker.directory(channelDirectory, announcementTtlMs);
      await this.directory.put(this.entry.id, await told());
    } catch (error) {
      this.warn(`could not announce: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
