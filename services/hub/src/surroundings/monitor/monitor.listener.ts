import { publicationId } from '@towncrier/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Changes } from '../../ports/changes.ts';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';
import { eventsIn, type Heard } from './monitor.lines.ts';

/** How long (ms) it waits before it asks again: so long first, and at most. */
const firstPauseMs = 1000;
const longestPauseMs = 30_000;

const row = z.object({ publication: publicationId });
type Where = Pick<HubSettings, 'MONITOR_URL' | 'MONITOR_TOKEN'>;

/** Hears from the monitor which deliveries changed, and tells it on; asks again whenever the line breaks. */
export class MonitorListener {
  private readonly ended = new AbortController();
  private listening: Promise<void> = Promise.resolve();
  private last: string | undefined;
  private pauseMs = firstPauseMs;

  constructor(
    private readonly where: Where,
    private readonly changes: Changes,
    private readonly log: Pick<HubLog, 'info'>,
  ) {}

  start(): void {
    this.listening = this.listen();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.listening;
  }

  private async listen(): Promise<void> {
    while (!this.ended.signal.aborted) {
      try {
        await this.hear();
      } catch (error) {
        if (this.pauseMs === firstPauseMs)
          this.log.info({ error: String(error) }, 'the monitor cannot be heard; asking again');
      }
      await pause(this.pauseMs, undefined, { signal: this.ended.signal, ref: false }).catch(() => undefined);
      this.pauseMs = Math.min(2 * this.pauseMs, longestPauseMs);
    }
  }

  private async hear(): Promise<void> {
    const answer = await fetch(new URL('/v1/stream', this.where.MONITOR_URL), {
      headers: {
        authorization: `Bearer ${this.where.MONITOR_TOKEN}`,
        ...(this.last === undefined ? {} : { 'last-event-id': this.last }),
      },
      signal: this.ended.signal,
    });
    if (!answer.ok || answer.body === null) throw new Error(`the monitor answered ${answer.status}`);
    this.pauseMs = firstPauseMs;
    // nobody knows what became of letters that nobody could handle while the line was broken
    this.changes.tell({ kind: 'dead-letters' });
    for await (const event of eventsIn(answer.body.pipeThrough(new TextDecoderStream()))) this.take(event);
  }

  private take({ type, id, data }: Heard): void {
    this.last = id ?? this.last;
    if (type === 'dead-letter') this.changes.tell({ kind: 'dead-letters' });
    if (type !== 'delivery') return;
    const read = row.safeParse(JSON.parse(data));
    if (read.success) this.changes.tell({ kind: 'deliveries', id: read.data.publication });
  }
}
