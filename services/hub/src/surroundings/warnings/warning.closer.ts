import { cutAtWord } from '@towncrier/content';
import { schedule, type ScheduledTask } from 'node-cron';
import type { Clock, HubLog } from '../../ports/hub.parts.ts';
import type { PublicationsService } from '../../publications/publications.service.ts';
import type { WarningBook } from './warning.book.ts';
import type { ForetoldBook } from './warning.foretold.ts';
import type { WarningDoc } from './warnings.documents.ts';

/**
 * An update that names several warnings is the next edition of one; the others are over once it is out, and not
 * before: nobody is to be without a warning while it waits for its second person. Looks every second, and drops
 * what need not be remembered any more.
 */
export class WarningCloser {
  private task: ScheduledTask | null = null;
  private busy: Promise<void> | null = null;

  constructor(
    private readonly book: WarningBook,
    private readonly foretold: ForetoldBook,
    private readonly publications: PublicationsService,
    private readonly at: { readonly clock: Clock; readonly log: HubLog },
  ) {}

  start(): void {
    this.task = schedule('* * * * * *', () => void this.round(), { noOverlap: true });
  }

  async stop(): Promise<void> {
    await this.task?.destroy();
    await this.busy;
  }

  private round(): Promise<void> {
    this.busy ??= this.closeAll()
      .catch((error: unknown) => {
        this.at.log.error({ error: String(error) }, 'closing of warnings failed, tried again in a second');
      })
      .finally(() => {
        this.busy = null;
      });
    return this.busy;
  }

  private async closeAll(): Promise<void> {
    for (const doc of await this.book.owing()) {
      const became = await this.becameOf(doc);
      if (became === 'waits') continue;
      if (became === 'out') for (const id of doc.ends) await this.close(id, doc);
      await this.book.settle(doc, { owesSince: null });
    }
    await this.foretold.forget(this.at.clock().toISOString());
  }

  private async becameOf(doc: WarningDoc): Promise<'waits' | 'out' | 'never'> {
    if (doc.publication === null) return 'waits';
    const { editions, ending } = await this.publications.stored(doc.publication);
    const mine = editions.find((e) => e.relayed === doc._id);
    if (mine !== undefined && mine.releasedAt !== null) return 'out';
    return mine === undefined || ending !== null ? 'never' : 'waits';
  }

  private async close(id: string, { _id, headline }: WarningDoc): Promise<void> {
    const { ending } = await this.publications.stored(id);
    if (ending === null)
      await this.publications.lift(id, cutAtWord(`由更新的预警取代：${headline}`, 500), _id);
  }
}
