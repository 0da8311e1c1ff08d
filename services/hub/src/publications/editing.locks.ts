import type { Collection, CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import type { Clock } from '../ports/hub.parts.ts';

/** How long (ms) a draft counts as open in somebody's editor after they last said so. */
const standsMs = 5 * 60_000;

export interface LockDoc extends Doc {
  readonly by: string;
  readonly until: string;
}
/**
 * `_id` is the publication. A soft lock: it warns, and may be taken over; the version is what keeps texts
 * from being lost.
 */
export const editingLocks: CollectionSpec<LockDoc> = {
  name: 'editing_locks',
  schema: z.object({ _id: z.string(), version: z.int(), by: z.string(), until: z.string() }),
  indexes: [],
};

export interface Lock {
  readonly by: string;
  readonly until: string;
}

export class EditingLocks {
  constructor(
    private readonly docs: Collection<LockDoc>,
    private readonly clock: Clock,
  ) {}

  /** Whoever has the draft open, other than `by`; null when nobody has. */
  async holder(publication: string, by: string): Promise<Lock | null> {
    const found = await this.docs.get(publication);
    return found === null || found.by === by || found.until <= this.clock().toISOString()
      ? null
      : { by: found.by, until: found.until };
  }

  /** @throws ProblemError 409 `locked` unless it is taken over */
  async take(publication: string, by: string, takeOver: boolean): Promise<Lock> {
    for (;;) {
      const held = await this.docs.get(publication);
      const now = this.clock();
      if (held !== null && held.by !== by && held.until > now.toISOString() && !takeOver)
        throw locked(held.by);
      const lock = { _id: publication, by, until: new Date(now.getTime() + standsMs).toISOString() };
      if (held === null ? await this.docs.insert(lock) : await this.docs.replace(lock, held.version))
        return { by, until: lock.until };
    }
  }

  async release(publication: string, by: string): Promise<void> {
    if ((await this.docs.get(publication))?.by === by) await this.docs.delete(publication);
  }
}

export const locked = (by: string): ProblemError =>
  new ProblemError(
    409,
    'locked',
    `“${by}”正在编辑这份稿件；如确需接手，请选择“接手编辑”，对方保存时会看到提示`,
  );
