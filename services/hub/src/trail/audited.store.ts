import { hashValue } from '@towncrier/content';
import type { Collection, Doc, Fresh } from '@towncrier/storage';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import { auditFields, withAudit, type Deed, type WithAudit } from './audit.fact.ts';

/**
 * A document whose every change is audited. `revision` counts the changes: it is what a person names;
 * `version` also counts the relay's.
 */
export interface Audited extends Doc, WithAudit {
  readonly revision: number;
}
export const auditedFields = { revision: z.int().positive(), ...auditFields };

/** What a caller writes: the rest is kept here. */
export type Facts<T extends Audited> = Omit<T, 'version' | 'revision' | keyof WithAudit>;

/**
 * Loads and saves audited documents: a change and its audit line (with the SHA-256 of what was and what is)
 * are one write, and the chain is told to fetch it.
 */
export class AuditedStore<T extends Audited> {
  /** `nothing`: the words for a document that is not there. */
  constructor(
    readonly docs: Collection<T>,
    private readonly kick: () => void,
    private readonly nothing: string,
  ) {}

  /** @throws ProblemError 404 */
  async get(id: string): Promise<T> {
    const found = await this.docs.get(id);
    if (found === null) throw this.missing();
    return found;
  }

  /** False when the id is taken. */
  async insert(facts: Facts<T>, deed: Deed): Promise<boolean> {
    const line = { ...deed, before: null, after: hashValue(facts) };
    const done = await this.docs.insert(whole<T>(facts, 1, withAudit({}, [line])));
    if (done) this.kick();
    return done;
  }

  /**
   * Decides on the revision that was seen. A write that loses against the relay is decided again.
   * @throws ProblemError 404 · 409 `stale` · whatever `to` throws
   */
  async change(
    id: string,
    revision: number,
    to: (doc: T) => { readonly next: Facts<T>; readonly fact: Deed },
  ): Promise<T> {
    const { doc } = await this.docs.change(id, (stored) => {
      if (stored === null) throw this.missing();
      if (stored.revision !== revision) throw stale(stored.revision);
      const { next, fact } = to(stored);
      const line = { ...fact, before: hashValue(factsIn(stored)), after: hashValue(next) };
      const { unaudited, unauditedAt } = stored;
      return whole<T>(next, revision + 1, withAudit({ unaudited, unauditedAt }, [line]));
    });
    if (doc === null) throw this.missing();
    this.kick();
    return doc;
  }

  private missing(): ProblemError {
    return new ProblemError(404, 'not-found', this.nothing);
  }
}

const stale = (current: number): ProblemError =>
  new ProblemError(409, 'stale', `已被他人更新（现为第 ${current} 次修订）；请刷新后核对再操作`, { current });

/** The facts of a caller and what is kept here are all of a document but its version. */
const whole = <T extends Audited>(facts: Facts<T>, revision: number, audit: WithAudit): Fresh<T> =>
  ({ ...facts, revision, ...audit, version: 0 }) as Audited as T;

/** What a document says, without what only the store needs. */
export function factsIn<T extends Audited>({
  version: _v,
  revision: _r,
  unaudited: _u,
  unauditedAt: _a,
  ...facts
}: T): Facts<T> {
  return facts;
}
