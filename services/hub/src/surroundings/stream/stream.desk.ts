import { randomUUID } from 'node:crypto';
import { Observable } from 'rxjs';
import type { Screens } from '../../access/people/screens.ts';
import { isReady, type Session, type SessionsService } from '../../access/people/sessions.service.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Change, Changes } from '../../ports/changes.ts';

/** One line of a stream of server-sent events. */
export interface Told {
  readonly type: 'begin' | 'changed' | 'beat';
  readonly id: string;
  readonly data: string | object;
}

/** A browser has one; somebody may have several browsers, and a few that have not noticed that they are gone. */
const mostOfOnePerson = 12;
/** What changes within this time (ms) is told together, each thing once. */
const togetherMs = 250;
/** So often (ms) a stream shows that it is alive, and is closed when its session is over. */
const beatMs = 15_000;

/**
 * Tells browsers what changed, so that they need not ask: the kinds that are shown on pages open to the person,
 * and which thing it was. Every line names the point it was told at; who comes back with it learns whether
 * anything was missed.
 */
export class StreamDesk {
  private readonly open = new Map<string, number>();
  /** Another process counts otherwise: what was told there is as good as missed. */
  private readonly begun = randomUUID();
  private count = 0;

  constructor(
    private readonly changes: Changes,
    private readonly screens: Screens,
    private readonly sessions: SessionsService,
  ) {
    const shown = screens.kinds();
    changes.listen(({ kind }) => {
      if (shown.has(kind)) this.count += 1;
    });
  }

  /** @throws ProblemError 429 when the person has too many of them */
  for({ id: session, person }: Session, last: string | undefined): Observable<Told> {
    const already = this.open.get(person.name) ?? 0;
    if (already >= mostOfOnePerson)
      throw new ProblemError(429, 'too-many-streams', '打开的浏览器太多；请关闭不用的页面', {
        retryAfter: 60,
      });
    return new Observable<Told>((told) => {
      this.enter(person.name, 1);
      const watch = new Watch(this.changes, async () => this.lines(session, watch), told);
      const { mark } = this;
      told.next({ type: 'begin', id: mark, data: { missed: last !== undefined && last !== mark } });
      return () => {
        watch.end();
        this.enter(person.name, -1);
      };
    });
  }

  private enter(name: string, by: 1 | -1): void {
    const now = (this.open.get(name) ?? 0) + by;
    if (now === 0) this.open.delete(name);
    else this.open.set(name, now);
  }

  /** What is to be told now, at least a beat; null when the session is over. Roles are looked at as they are now. */
  private async lines(session: string, { waiting }: Watch): Promise<readonly Told[] | null> {
    const now = await this.sessions.standing(session);
    if (now === null || !isReady(now)) return null;
    const shown = this.screens.kinds(now.person);
    const all = [...waiting.values()];
    waiting.clear();
    const { mark } = this;
    const told = all.filter(({ kind }) => shown.has(kind));
    if (told.length === 0) return [{ type: 'beat', id: mark, data: '' }];
    return told.map((change) => ({ type: 'changed', id: mark, data: change }));
  }

  private get mark(): string {
    return `${this.begun}:${this.count}`;
  }
}

interface Hearer {
  next(told: Told): void;
  error(error: unknown): void;
  complete(): void;
}

/** Gathers what changes for one stream, and tells it together. */
class Watch {
  readonly waiting = new Map<string, Change>();
  private soon: NodeJS.Timeout | undefined;
  private readonly stop: () => void;
  private readonly beat: NodeJS.Timeout;

  constructor(
    changes: Changes,
    private readonly lines: () => Promise<readonly Told[] | null>,
    private readonly told: Hearer,
  ) {
    this.stop = changes.listen((change) => this.note(change));
    this.beat = setInterval(() => void this.tell(), beatMs);
  }

  end(): void {
    this.stop();
    clearInterval(this.beat);
    clearTimeout(this.soon);
  }

  private note(change: Change): void {
    this.waiting.set(`${change.kind} ${change.id ?? ''}`, change);
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      void this.tell();
    }, togetherMs);
  }

  private async tell(): Promise<void> {
    try {
      const lines = await this.lines();
      if (lines === null) this.told.complete();
      else for (const line of lines) this.told.next(line);
    } catch (error) {
      this.told.error(error);
    }
  }
}
