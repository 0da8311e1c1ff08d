import type { Collection, CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';

/** How long (ms) a draft counts as open in somebody's editor after they last said so. */
const standsMs = 5 * 60_000;

const lockDoc = z.object({
  _id: z.string(),
  version: z.int(),
  by: z.string(),
  tab: z.string(),
  until: z.string(),
});
export type LockDoc = Frozen<z.infer<typeof lockDoc>>;
/**
 * `_id` is the publication. A soft lock: it warns, and may be taken over; the version is what keeps texts
 * from being lost. `tab` is where its holder has it open; empty where that was not said.
 */
export const editingLocks: CollectionSpec<LockDoc> = {
  name: 'editing_locks',
  schemaVersion: 2,
  schema: lockDoc,
  migrations: [(doc) => ({ ...doc, tab: '' })],
  indexes: [],
};

export interface Lock {
  readonly by: string;
  readonly until: string;
}

/** A person, and in which window of theirs; a program that has no windows leaves the tab empty. */
export interface Writer {
  readonly by: string;
  readonly tab: string;
}

/** Who does not say where they write is taken for the same tab. */
const isSame = (held: Writer, { by, tab }: Writer): boolean =>
  held.by === by && (held.tab === tab || held.tab === '' || tab === '');

export class EditingLocks {
  constructor(
    private readonly docs: Collection<LockDoc>,
    private readonly clock: Clock,
  ) {}

  /** Whoever has the draft open, other than this writer, be it themselves in another tab; null when nobody has. */
  async holder(publication: string, writer: Writer): Promise<Lock | null> {
    const found = await this.docs.get(publication);
    return found === null || isSame(found, writer) || found.until <= this.clock().toISOString()
      ? null
      : { by: found.by, until: found.until };
  }

  /** @throws ProblemError 409 `locked` unless it is taken over */
  async take(publication: string, writer: Writer, takeOver: boolean): Promise<Lock> {
    const now = this.clock();
    const until = new Date(now.getTime() + standsMs).toISOString();
    await this.docs.change(publication, (held) => {
      if (held !== null && !isSame(held, writer) && held.until > now.toISOString() && !takeOver)
        throw locked(held, writer.by);
      return { _id: publication, ...writer, until };
    });
    return { by: writer.by, until };
  }

  async release(publication: string, writer: Writer): Promise<void> {
    const held = await this.docs.get(publication);
    if (held !== null && isSame(held, writer)) await this.docs.delete(publication);
  }
}

/** For whoever asks: somebody else has it open, or they themselves in another tab. */
export const locked = ({ by }: Pick<Lock, 'by'>, asker: string): ProblemError =>
  new ProblemError(
    409,
    'locked',
    by === asker
      ? '您已在另一个标签页打开了这份稿件；请回到那一页继续，或选择“接手编辑”改在本页写，那一页就不能再保存'
      : `“${by}”正在编辑这份稿件；如确需接手，请选择“接手编辑”，对方保存时会看到提示`,
  );
