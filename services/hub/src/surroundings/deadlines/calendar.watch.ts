import type { CalendarYear } from '@towncrier/calendar';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { Work } from '../surrounding.ts';
import type { CalendarDesk } from './calendar.desk.ts';

const everyMs = 60_000;

/**
 * Looks for years that were entered at another replica, and at the start for what was not worked out again
 * before the last end.
 */
export class CalendarWatch implements Work {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly desk: CalendarDesk,
    private readonly atStart: readonly CalendarYear[],
    private readonly log: HubLog,
  ) {}

  start(): void {
    this.look(async () => this.atStart);
    this.timer = setInterval(() => this.look(() => this.desk.load()), everyMs);
  }

  private look(years: () => Promise<readonly CalendarYear[]>): void {
    this.looking = this.looking
      .then(async () => this.desk.reckon(await years()))
      .catch((error: unknown) => {
        this.log.warn({ error: String(error) }, 'the calendar could not be read, tried again in a minute');
      });
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
  }
}
