import { announcementTtlMs, channelDirectory, type ChannelAnnounced } from '@towncrier/contracts';
import type { Broker, Directory } from '@towncrier/messaging';

/** Keeps this channel's entry in the directory alive; the hub and the console know only channels that do. */
export class Announcer {
  private directory: Directory | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly broker: Broker,
    private readonly entry: () => Promise<ChannelAnnounced>,
    private readonly warn: (words: string) => void,
  ) {}

  async start(): Promise<void> {
    await this.announce();
    this.timer = setInterval(() => void this.announce(), announcementTtlMs / 3);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    const { id } = await this.entry();
    await this.directory?.remove(id).catch(() => undefined);
  }

  private async announce(): Promise<void> {
    try {
      this.directory ??= await this.broker.directory(channelDirectory, announcementTtlMs);
      const entry = await this.entry();
      await this.directory.put(entry.id, entry);
    } catch (error) {
      this.warn(`could not announce: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
