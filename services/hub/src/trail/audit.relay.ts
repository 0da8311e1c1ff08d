import type { Collection, Doc } from '@towncrier/storage';
import type { HubLog } from '../ports/hub.parts.ts';
import type { AuditFact, AuditTrail, WithAudit } from './audit.fact.ts';

type Waiting = Doc & WithAudit;

const sweepMs = 1000;
const atATime = 100;

/**
 * Moves the facts that wait in the documents of one collection to the chain, in order per document, then
 * takes them out of the document.
 */
export class AuditRelay<T extends Waiting> {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private stopping = false;

  /** The collection has an index on `unauditedAt`. */
  constructor(
    private readonly collection: Collection<T>,
    private readonly trail: AuditTrail,
    private readonly log: HubLog,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.kick(), sweepMs);
    this.kick();
  }

  /** Call right after a save; many calls at once are one sweep. */
  kick(): void {
    if (this.stopping || this.running !== null) {
      this.again = true;
      return;
    }
    this.again = false;
    this.running = this.sweep()
      .catch((error: unknown) => {
        this.log.error({ error: String(error) }, 'audit facts wait in their documents');
      })
      .finally(() => {
        this.running = null;
        if (this.again && !this.stopping) this.kick();
      });
  }

  /** Finishes what waits; what cannot be moved stays in its document. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
    await this.sweep().catch(() => undefined);
  }

  private async sweep(): Promise<void> {
    for (;;) {
      const { items } = await this.collection.find(
        { unauditedAt: { gt: '' } },
        { order: { unauditedAt: 'asc' }, limit: atATime },
      );
      for (const doc of items) {
        await this.trail.append(doc.unaudited);
        await this.forget(doc, doc.unaudited);
      }
      if (items.length < atATime) return;
    }
  }

  private async forget(from: T, moved: readonly AuditFact[]): Promise<void> {
    const ids = new Set(moved.map((fact) => fact.id));
    await this.collection.change(
      from._id,
      (doc) => {
        if (doc === null) return null;
        const unaudited = doc.unaudited.filter((fact) => !ids.has(fact.id));
        return { ...doc, unaudited, unauditedAt: unaudited[0]?.at ?? null };
      },
      from,
    );
  }
}
