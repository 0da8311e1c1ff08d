import type { Collection, CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import type { Clock } from '../ports/hub.parts.ts';

/** How long (ms) a draft counts as open in somebody's editor after they last said so. */
const standsMs = 5 * 60_000;

const lockDoc = z.object({ _id: z.string(), version: z.int(), by: z.string(), until: z.string() });
export type LockDoc = Frozen<z.infer<typeof lockDoc>>;
/**
 * `_id` is the publication. A soft lock: it warns, and may be taken over; the version is what keeps texts
 * from being lost.
 */
export const editingLocks: CollectionSpec<LockDoc> = {
  name: 'editing_locks',
  schemaVersion: 1,
  schema: lockDoc,
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
    const now = this.clock();
    const until = new Date(now.getTime() + standsMs).toISOString();
    await this.docs.change(publication, (held) => {
      if (held !== null && held.by !== by && held.until > now.toISOString() && !takeOver)
        throw locked(held.by);
      return { _id: publication, by, until };
    });
    return { by, until };
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
