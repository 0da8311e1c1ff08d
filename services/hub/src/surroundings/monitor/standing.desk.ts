import type { KnownPosting } from '@towncrier/contracts';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';
import { boardOfMonitor, postingsIn } from './standing.rows.ts';

/** How long (ms) a withdrawal waits for the ledger. */
const patienceMs = 2000;

type Where = Pick<HubSettings, 'MONITOR_URL' | 'MONITOR_TOKEN'>;

/** Asks the monitor what stands in public. */
export class StandingDesk {
  constructor(
    private readonly where: Where,
    private readonly log: Pick<HubLog, 'warn'>,
  ) {}

  /** Null when the monitor does not answer in time, or not in words that are understood. Never fails. */
  async standingOf(publication: string): Promise<readonly KnownPosting[] | null> {
    try {
      const answer = await fetch(
        new URL(`/v1/publications/${encodeURIComponent(publication)}`, this.where.MONITOR_URL),
        {
          headers: { authorization: `Bearer ${this.where.MONITOR_TOKEN}` },
          signal: AbortSignal.timeout(patienceMs),
        },
      );
      if (!answer.ok) throw new Error(`the monitor answered ${answer.status}`);
      return postingsIn(boardOfMonitor.parse(await answer.json()).rows);
    } catch (error) {
      this.log.warn({ publication, error: String(error) }, 'the ledger could not be asked what stands');
      return null;
    }
  }
}
