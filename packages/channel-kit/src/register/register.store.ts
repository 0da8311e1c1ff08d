import type { RegisteredTarget } from '@towncrier/contracts';
import { everyOne, pagesOf, type Collection, type Fresh, type Store } from '@towncrier/storage';
import { later } from '../ladder.ts';
import {
  registerHeads,
  targetChanges,
  targets,
  type Envelope,
  type RegisterHead,
  type TargetChange,
  type TargetDoc,
} from './target.documents.ts';

/** One target as it is to be, with all its envelopes. */
export interface Planned {
  readonly before: RegisteredTarget | null;
  readonly after: RegisteredTarget;
  readonly secrets: Readonly<Record<string, Envelope>>;
}

export interface Write {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly planned: readonly Planned[];
  /** Set by the first start: this write is what the register begins with. */
  readonly seeds: boolean;
}

/** So many documents are written at a time: they share one sync of the disk. */
const chunk = 500;
const hourMs = 3_600_000;
const byId = { order: { _id: 'asc' } } as const;

/**
 * Writes many targets, all or none, over documents that change one by one:
 * 1. every new target is put into `target-changes`, where nobody sees it;
 * 2. one compare-and-set on the register's head commits them all;
 * 3. they are carried over into `targets`. Whoever opens the register after a crash begins with this, so
 *    that nobody ever reads half a write. Carrying over twice does no harm.
 */
export class RegisterStore {
  private constructor(
    private readonly targets: Collection<TargetDoc>,
    private readonly changes: Collection<TargetChange>,
    private readonly heads: Collection<RegisterHead>,
  ) {}

  static async open(store: Store, now: string): Promise<RegisterStore> {
    const [targetDocs, changeDocs, headDocs] = [
      await store.collection(targets),
      await store.collection(targetChanges),
      await store.collection(registerHeads),
    ];
    const opened = new RegisterStore(targetDocs, changeDocs, headDocs);
    // Of the embedded store this process is the only user; of another one, somebody may be about to commit.
    await opened.dropUncommitted(store.kind === 'sqlite' ? null : later(now, -hourMs));
    return opened;
  }

  /** As it stands, with nothing left to carry over. */
  async head(): Promise<RegisterHead> {
    const head = await this.heads.get('register');
    if (head === null) return { _id: 'register', version: 0, revision: 0, applying: null, seededAt: null };
    return head.applying === null ? head : this.carryOver(head);
  }

  /** Number of the last write, carried over or not. */
  async revision(): Promise<number> {
    return (await this.heads.get('register'))?.revision ?? 0;
  }

  get(id: string): Promise<TargetDoc | null> {
    return this.targets.get(id);
  }

  /** All targets, by id: for whoever needs them all at once, many times cheaper than one by one. */
  pages(): AsyncIterable<readonly TargetDoc[]> {
    return pagesOf(this.targets, {}, byId);
  }

  /** Every target, page by page. */
  all(): AsyncIterable<TargetDoc> {
    return everyOne(this.targets, {}, byId);
  }

  /** @returns false when another write came first; nothing is written then */
  async commit(write: Write, head: RegisterHead): Promise<boolean> {
    const rows = write.planned.length;
    const revision = rows > 0 ? head.revision + 1 : head.revision;
    if (rows > 0) await this.stage(write, revision);
    const next: Fresh<RegisterHead> = {
      _id: 'register',
      revision,
      applying: rows > 0 ? { write: write.id, rows } : null,
      seededAt: write.seeds ? write.at : head.seededAt,
    };
    // When this fails, whether the write is committed is not known: whoever looks at the head next finds out.
    const won =
      head.version === 0 ? await this.heads.insert(next) : await this.heads.replace(next, head.version);
    if (!won) await this.unstage(write.id);
    return won;
  }

  /** Puts envelopes under the newest key; the target itself does not change. */
  async reseal(
    id: string,
    to: (secrets: TargetDoc['secrets']) => TargetDoc['secrets'] | null,
  ): Promise<void> {
    await this.targets.change(id, (found) => {
      const secrets = found === null ? null : to(found.secrets);
      return found === null || secrets === null ? null : { ...found, secrets };
    });
  }

  private async stage(write: Write, revision: number): Promise<void> {
    const { id, by, at } = write;
    try {
      await inChunks([...write.planned.entries()], ([n, { before, after, secrets }]) => {
        const _id = `${id}-${String(n).padStart(5, '0')}`;
        return this.changes.insert({
          _id,
          write: id,
          revision,
          target: after.id,
          before,
          after,
          secrets,
          by,
          at,
        });
      });
    } catch (error) {
      // What stays behind when this fails too is dropped when the register is opened.
      await this.unstage(id).catch(() => undefined);
      throw error;
    }
  }

  private async unstage(write: string): Promise<void> {
    for await (const { _id } of everyOne(this.changes, { write }, byId)) await this.changes.delete(_id);
  }

  private async carryOver(head: RegisterHead): Promise<RegisterHead> {
    const { applying } = head;
    if (applying === null) return head;
    let rows = 0;
    for await (const page of pagesOf(this.changes, { write: applying.write }, byId)) {
      rows += page.length;
      await inChunks(page, (change) => this.carryOne(change));
    }
    if (rows < applying.rows)
      throw new Error(
        `${applying.rows - rows} of ${applying.rows} changes of a committed write of the register are lost; restore the store from its backup`,
      );
    const done = await this.heads.change('register', (found) =>
      found?.applying?.write === applying.write ? { ...found, applying: null } : null,
    );
    return done.doc ?? head;
  }

  private async carryOne({ version, ...change }: TargetChange): Promise<void> {
    const { after, secrets } = change;
    const { id, version: number, secrets: _names, ...told } = after;
    // Without envelopes it was carried over before.
    if (secrets === null) return;
    await this.targets.change(id, (found) =>
      found !== null && found.change >= number ? null : { ...told, _id: id, change: number, secrets },
    );
    if (Object.keys(secrets).length > 0) await this.changes.replace({ ...change, secrets: null }, version);
  }

  /** @param before only what was put there by then; null for all */
  private async dropUncommitted(before: string | null): Promise<void> {
    const { revision } = await this.head();
    for await (const change of everyOne(this.changes, { revision: { gt: revision } }, byId))
      if (before === null || change.at <= before) await this.changes.delete(change._id);
  }
}

/** What was begun is over when it returns, or throws. */
async function inChunks<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += chunk) {
    const results = await Promise.allSettled(all.slice(from, from + chunk).map(work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
