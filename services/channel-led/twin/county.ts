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
      for (const box of this.boxes.values()) if (box.on) await this.turn(box);
    } catch (error) {
      for (const box of this.boxes.values()) box.problem = wordsOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** Boxes are put up wherever the register has a new screen; one that left it stays and goes on asking. */
  private async meet(): Promise<void> {
    const answer = await fetch(`${this.channelUrl}/player/v1/screens`, { signal: AbortSignal.timeout(5000) });
    for (const facts of screens.parse(await answer.json()).screens)
      if (!this.boxes.has(facts.id))
        this.boxes.set(facts.id, new ScreenBox(facts, join(this.data, facts.id), this.channelUrl, token));
  }

  private async turn(box: ScreenBox): Promise<void> {
    try {
      await this.look(box);
      box.problem = null;
    } catch (error) {
      box.problem = wordsOf(error);
    }
  }

  private async look(box: ScreenBox): Promise<void> {
    const fresh = await box.poll();
    const now = new Date();
    if (fresh !== null) {
      const at = now.toISOString();
      await this.shown.update(box.facts, fresh, box.due(at), at);
      for (const item of fresh) box.shown(item, at);
    }
    await box.flush(now);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
