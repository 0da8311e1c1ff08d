import { join } from 'node:path';
import { screens, ScreenBox } from './screen.box.ts';
import type { ShownStore } from './shown.store.ts';

const pollMs = 1000;
const token = 'twin-player-token';

/** All boxes of the county: each polls every second, verifies, shows, reports. */
export class County {
  readonly boxes = new Map<string, ScreenBox>();
  private readonly timer: NodeJS.Timeout;
  private busy = false;

  constructor(
    private readonly shown: ShownStore,
    private readonly data: string,
    private readonly channelUrl: string,
  ) {
    this.timer = setInterval(() => void this.tick(), pollMs);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async tick(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.meet();
      for (const box of this.boxes.values()) await this.turn(box);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      for (const box of this.boxes.values()) box.problem = words;
    } finally {
      this.busy = false;
    }
  }

  /** Which screens there are is asked once. */
  private async meet(): Promise<void> {
    if (this.boxes.size > 0) return;
    const answer = await fetch(`${this.channelUrl}/player/v1/screens`, { signal: AbortSignal.timeout(5000) });
    for (const facts of screens.parse(await answer.json()).screens)
      this.boxes.set(facts.id, new ScreenBox(facts, join(this.data, facts.id), this.channelUrl, token));
  }

  private async turn(box: ScreenBox): Promise<void> {
    const fresh = await box.poll();
    const now = new Date();
    if (fresh !== null) {
      const at = now.toISOString();
      await this.shown.update(box.facts, fresh, box.due(at), at);
      for (const item of fresh) box.shown(item, at);
    }
    await box.flush(now);
    box.problem = null;
  }
}
