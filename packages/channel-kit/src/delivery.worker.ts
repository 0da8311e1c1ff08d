import { randomUUID } from 'node:crypto';
import type { Lane } from '@towncrier/contracts';
import type { DeliveryExecutor } from './delivery.executor.ts';
import type { Rendition } from './channel.ts';
import { LeaseLost, type ThreadStore } from './thread.store.ts';

export interface WorkerLog {
  warn(fields: object, words: string): void;
}

/**
 * Claims due threads and has them carried on. Urgent threads have slots of their own, so bulk can never hold
 * them up.
 */
export class DeliveryWorker<R extends Rendition> {
  private readonly busy: Record<Lane, number> = { urgent: 0, normal: 0 };
  private readonly inFlight = new Set<Promise<void>>();
  private readonly pumping: Record<Lane, Promise<void> | null> = { urgent: null, normal: null };
  private readonly again: Record<Lane, boolean> = { urgent: false, normal: false };
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    private readonly threads: ThreadStore,
    private readonly executor: DeliveryExecutor<R>,
    private readonly slots: Readonly<Record<Lane, number>>,
    private readonly log: WorkerLog,
    private readonly tickMs = 250,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.kick(), this.tickMs);
    this.kick();
  }

  kick(): void {
    this.pump('urgent');
    this.pump('normal');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await Promise.allSettled([...this.inFlight]);
  }

  private pump(lane: Lane): void {
    if (this.stopping) return;
    if (this.pumping[lane] !== null) {
      this.again[lane] = true;
      return;
    }
    this.pumping[lane] = this.fill(lane)
      .catch((error: unknown) => this.log.warn({ error: String(error), lane }, 'could not claim work'))
      .finally(() => {
        this.pumping[lane] = null;
        if (this.again[lane]) {
          this.again[lane] = false;
          this.pump(lane);
        }
      });
  }

  private async fill(lane: Lane): Promise<void> {
    while (!this.stopping && this.busy[lane] < this.slots[lane]) {
      const token = randomUUID();
      const thread = await this.threads.claim(lane, token);
      if (thread === null) return;
      this.busy[lane] += 1;
      const work = this.executor
        .run(thread, token)
        .catch((error: unknown) => {
          if (!(error instanceof LeaseLost))
            this.log.warn(
              { error: error instanceof Error ? error.stack : String(error), publication: thread._id },
              'delivery interrupted',
            );
        })
        .finally(() => {
          this.busy[lane] -= 1;
          this.inFlight.delete(work);
          this.pump(lane);
        });
      this.inFlight.add(work);
    }
  }
}
