import type { Collection } from '@towncrier/storage';
import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError } from '../../http/problem.ts';
import type { Changes } from '../../ports/changes.ts';
import type { Clock, HubLog } from '../../ports/hub.parts.ts';
import { factOf, theSystem } from '../../trail/audit.deed.ts';
import { withAudit } from '../../trail/audit.fact.ts';
import { counted, nextItem, withItem, type BatchDoc, type Item } from './batch.ts';
import type { DeliveriesDesk } from './deliveries.desk.ts';

/** Between two retries (ms): far ends are not run over by fifty at once. */
const paceMs = 100;
/** How long (ms) it waits when nobody answers, and how often before a person is to look. */
const againMs = 2000;
const patience = 30;

export interface RunnerParts {
  readonly docs: Collection<BatchDoc>;
  readonly desk: Pick<DeliveriesDesk, 'retryOneOf'>;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly log: Pick<HubLog, 'error'>;
  /** The trail is to fetch what waits. */
  readonly kickAudit: () => void;
}

/** Asks for one delivery after the other. What a process began that died is asked for again under the same id. */
export class BatchRunner {
  private readonly ended = new AbortController();
  private running: Promise<void> | null = null;
  private again = false;

  constructor(private readonly at: RunnerParts) {}

  start(): void {
    this.kick();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.running;
  }

  kick(): void {
    this.at.kickAudit();
    if (this.running !== null || this.ended.signal.aborted) {
      this.again = true;
      return;
    }
    this.again = false;
    this.running = this.all()
      .catch((error: unknown) => this.at.log.error({ error: String(error) }, 'retries wait'))
      .finally(() => {
        this.running = null;
        if (this.again) this.kick();
      });
  }

  private async all(): Promise<void> {
    const running = { state: 'running' };
    for (;;) {
      const [doc] = (await this.at.docs.find(running, { order: { begunAt: 'asc' }, limit: 1 })).items;
      if (doc === undefined || this.ended.signal.aborted) return;
      await this.run(doc._id);
    }
  }

  private async run(id: string): Promise<void> {
    let unanswered = 0;
    while (!this.ended.signal.aborted) {
      const doc = await this.at.docs.get(id);
      if (doc === null || doc.state !== 'running') return;
      const item = nextItem(doc);
      if (item === null) return this.finish(id);
      await this.change(id, item.delivery, { is: 'asking' });
      const answer = await this.ask(doc, item);
      unanswered = answer === null ? unanswered + 1 : 0;
      if (answer !== null) await this.change(id, item.delivery, answer);
      if (unanswered >= patience) return this.rest(id);
      await pause(answer === null ? againMs : paceMs, undefined, { signal: this.ended.signal }).catch(
        () => undefined,
      );
    }
  }

  /** Null where nobody knows: it is asked for again. */
  private async ask(doc: BatchDoc, { delivery }: Item): Promise<Partial<Item> | null> {
    const by = { name: doc.by, from: doc.from };
    try {
      await this.at.desk.retryOneOf({
        by,
        delivery,
        reason: doc.reason,
        id: `retries/${doc._id}/${delivery}`,
      });
      return { is: 'done' };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.details.status === 503 ? null : { is: 'refused', words: error.details.detail };
    }
  }

  private async change(id: string, delivery: string, more: Partial<Item>): Promise<void> {
    await this.at.docs.change(id, (doc) => (doc === null ? null : withItem(doc, delivery, more)));
    this.at.changes.tell({ kind: 'retry_batches', id });
  }

  private finish(id: string): Promise<void> {
    return this.end(id, 'done', 'end');
  }

  /** Nobody answers for a minute: a person looks, and has it go on. */
  private rest(id: string): Promise<void> {
    return this.end(id, 'paused', 'pause');
  }

  private async end(id: string, state: 'done' | 'paused', act: string): Promise<void> {
    const { doc } = await this.at.docs.change(id, (known) => {
      if (known === null || known.state !== 'running') return null;
      const { done, refused, left } = counted(known);
      const detail = { done: String(done), refused: String(refused), left: String(left) };
      const at = this.at.clock();
      const line = {
        id: `retries/${id}/${act}@${known.version}`,
        act: `retries.${act}`,
        about: `retries/${id}`,
      };
      return withAudit({ ...known, state }, [factOf({ ...line, by: theSystem, at, detail })]);
    });
    if (doc !== null) this.at.changes.tell({ kind: 'retry_batches', id });
    this.at.kickAudit();
  }
}
