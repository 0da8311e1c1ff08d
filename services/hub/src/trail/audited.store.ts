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
    if (found === null) throw new ProblemError(404, 'not-found', this.nothing);
    return found;
  }

  /** False when the id is taken. */
  async insert(facts: Facts<T>, deed: Deed): Promise<boolean> {
    const done = await this.docs.insert(
      withAudit({ ...facts, revision: 1 }, [
        { ...deed, before: null, after: hashValue(facts) },
      ]) as unknown as Fresh<T>,
    );
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
    for (;;) {
      const doc = await this.get(id);
      if (doc.revision !== revision)
        throw new ProblemError(
          409,
          'stale',
          `已被他人更新（现为第 ${doc.revision} 次修订）；请刷新后核对再操作`,
          { current: doc.revision },
        );
      const { next, fact } = to(doc);
      const { unaudited, unauditedAt } = doc;
      const line = { ...fact, before: hashValue(factsIn(doc)), after: hashValue(next) };
      const saved = withAudit({ ...next, revision: revision + 1, unaudited, unauditedAt }, [
        line,
      ]) as unknown as Fresh<T>;
      if (await this.docs.replace(saved, doc.version)) {
        this.kick();
        return { ...saved, version: doc.version + 1 } as T;
      }
    }
  }
}

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
