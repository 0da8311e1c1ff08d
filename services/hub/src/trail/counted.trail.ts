import { createHash, randomUUID } from 'node:crypto';
import type { Clock, HubLog } from '../ports/hub.parts.ts';
import { factOf, type Doer } from './audit.deed.ts';
import type { AuditTrail } from './audit.fact.ts';

/** Something that can be repeated at will by somebody who should not. */
export interface Repeated {
  readonly act: string;
  readonly about: string;
  readonly by: Doer;
  /** What is counted together. */
  readonly key: string;
  readonly detail?: Readonly<Record<string, string>>;
}

const windowMs = 60_000;
/** So many things have windows of their own in one minute; what comes beyond is counted as one. */
const mostWindows = 200;
const beyond = {
  act: 'session.flood',
  about: 'session/many',
  key: 'many',
  by: { name: 'many', from: 'many' },
};

interface Window {
  readonly first: Repeated;
  readonly until: number;
  more: number;
}

/**
 * Refusals and failures leave rows, and nobody fills the trail with them: the first of a minute is a row at once,
 * what follows in that minute is one row with its number.
 */
export class CountedTrail {
  private readonly windows = new Map<string, Window>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly log: HubLog,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.close(), 5_000);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.close(true);
  }

  /** Durable once the promise resolves, where it is the first; never throws: what is refused stays refused. */
  async note(given: Repeated): Promise<void> {
    await this.close();
    const one = this.windows.has(this.keyOf(given)) || this.windows.size < mostWindows ? given : beyond;
    const key = this.keyOf(one);
    const open = this.windows.get(key);
    if (open !== undefined) {
      open.more += 1;
      return;
    }
    this.windows.set(key, { first: one, until: this.clock().getTime() + windowMs, more: 0 });
    await this.append(one, {});
  }

  private keyOf = ({ act, key }: Repeated): string =>
    createHash('sha256').update(`${act} ${key}`).digest('hex');

  /** Writes what was counted in minutes that are over. */
  private async close(all = false): Promise<void> {
    const now = this.clock().getTime();
    const over = [...this.windows].filter(([, { until }]) => all || until <= now);
    for (const [key] of over) this.windows.delete(key);
    for (const [, { first, more }] of over) if (more > 0) await this.append(first, { times: String(more) });
  }

  private async append({ act, about, by, detail }: Repeated, more: Record<string, string>): Promise<void> {
    const said = { ...detail, ...more };
    const fact = factOf({
      id: `${act}/${randomUUID()}`,
      act,
      about,
      by,
      at: this.clock(),
      ...(Object.keys(said).length === 0 ? {} : { detail: said }),
    });
    await this.trail.append([fact]).catch((error: unknown) => {
      this.log.error({ error: String(error), act }, 'a refusal left no line in the audit trail');
    });
  }
}
