import { createHash } from 'node:crypto';
import type { Collection } from '@towncrier/storage';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { after, waitOf, without, type Counted } from './guess.limits.ts';
import type { SignInFailuresDoc } from './people.documents.ts';

/** One thing that is counted: its key, and the name it is about where it is about one. */
export interface Tally {
  readonly counted: Counted;
  readonly key: string;
  readonly about: string | null;
}

/** A secret that was typed into the wrong field must not be readable in the store. */
const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Counts wrong guesses; every guess counts before anything is looked at, so that many at once gain nothing. */
export class GuessCounter {
  constructor(
    private readonly failures: Collection<SignInFailuresDoc>,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 429 with the seconds to wait; then it did not count */
  async count(tallies: readonly Tally[]): Promise<void> {
    const now = this.clock();
    const known = await Promise.all(tallies.map(({ key }) => this.failures.get(hashed(key))));
    refuseFor(Math.max(...known.map((one) => waitOf(one, now))));
    for (const { key, counted, about } of tallies) {
      const { outcome, doc } = await this.failures.change(hashed(key), (found) =>
        waitOf(found, now) > 0
          ? null
          : { _id: hashed(key), about: about === null ? '' : hashed(about), ...after(found, counted, now) },
      );
      if (outcome === 'left') refuseFor(waitOf(doc, now));
    }
  }

  /** The guess was right: what is about the name alone is forgotten, where others count along it is taken back. */
  async right(tallies: readonly Tally[]): Promise<void> {
    for (const { key, about } of tallies) {
      if (about !== null) await this.failures.delete(hashed(key));
      else await this.takeBack(hashed(key));
    }
  }

  /** It was no guess after all: what it added is taken back, and what others added stays. */
  async uncount(tallies: readonly Tally[]): Promise<void> {
    for (const { key } of tallies) await this.takeBack(hashed(key));
  }

  /** Forgets all wrong guesses at a name, from wherever they came. */
  async forget(name: string): Promise<void> {
    for (;;) {
      const { items } = await this.failures.find({ about: hashed(name) }, { limit: 100 });
      if (items.length === 0) return;
      for (const { _id } of items) await this.failures.delete(_id);
    }
  }

  private async takeBack(id: string): Promise<void> {
    await this.failures.change(id, (found) => {
      const less = found === null ? null : without(found);
      return found === null ? null : { ...found, ...(less ?? { failures: 0, until: found.at }) };
    });
  }
}

function refuseFor(waitMs: number): void {
  if (waitMs <= 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new ProblemError(429, 'too-many-attempts', `登录尝试过多，请 ${seconds} 秒后再试`, {
    retryAfter: seconds,
  });
}
