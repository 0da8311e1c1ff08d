import { schedule, type ScheduledTask } from 'node-cron';
import { ProblemError } from '../http/problem.ts';
import type { Clock, HubLog } from '../ports/hub.parts.ts';
import { PublicationsService } from './publications.service.ts';
import { PublicationsStore } from './publications.store.ts';

const atATime = 50;

/**
 * Releases and ends what is due, every second. Every replica runs one: the write is a compare-and-set on the
 * document, so whoever
 * comes second finds nothing due any more. What fell due while the hub was down is found at its start.
 */
export class Waker {
  private task: ScheduledTask | null = null;
  private busy: Promise<void> | null = null;

  constructor(
    private readonly store: PublicationsStore,
    private readonly publications: PublicationsService,
    private readonly clock: Clock,
    private readonly log: HubLog,
  ) {}

  start(): void {
    this.task = schedule(
      '* * * * * *',
      () => {
        void this.round();
      },
      { noOverlap: true },
    );
  }

  /** Wakes all that is due now. */
  round(): Promise<void> {
    this.busy ??= this.wakeAll()
      .catch((error: unknown) => {
        this.log.error({ error: String(error) }, 'waking failed, tried again in a second');
      })
      .finally(() => {
        this.busy = null;
      });
    return this.busy;
  }

  async stop(): Promise<void> {
    await this.task?.destroy();
    await this.busy;
  }

  private async wakeAll(): Promise<void> {
    for (const doc of await this.store.due(this.clock().toISOString(), atATime)) {
      try {
        await this.publications.wake(doc._id);
      } catch (error) {
        // refused: a person or another replica was faster, or a rule holds it back; it stays visible as
        // overdue
        if (!(error instanceof ProblemError)) throw error;
        if (error.details.code !== 'nothing-due')
          this.log.warn({ publication: doc._id, why: error.details.detail }, 'due, but refused');
      }
    }
  }
}
