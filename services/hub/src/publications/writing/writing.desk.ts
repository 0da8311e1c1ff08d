import type { Person } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import { publicationOf } from '../publication.document.ts';
import { permitCommand } from '../publication.permissions.ts';
import { readingObjection } from '../reading.rights.ts';
import type { PublicationsStore } from '../publications.store.ts';
import { locked, type EditingLocks, type Lock } from './editing.locks.ts';
import type { WorkingCopies } from './working.copies.ts';
import type { WorkingCopy, WorkingCopyRequest } from './working.copy.ts';

export interface Kept {
  readonly savedAt: string;
  /** Somebody else has the draft open by now; what was written is kept all the same. */
  readonly holder: Lock | null;
}
export interface Own {
  readonly copy: WorkingCopy | null;
}

const commands = { edit: 'editDraft', correct: 'correctPublication' } as const;

/** Keeps what people have not saved yet, for those who may write at all. */
export class WritingDesk {
  constructor(
    private readonly store: PublicationsStore,
    private readonly copies: WorkingCopies,
    private readonly locks: EditingLocks,
  ) {}

  /**
   * Whatever version it started from: that somebody else was faster is told when the text is saved.
   * @throws ProblemError 403 · 404 · 409 `locked` where the same person goes on in another tab, whose copy it is
   */
  async keep(who: Person, id: string, { tab = '', ...copy }: WorkingCopyRequest): Promise<Kept> {
    await this.permit(who, id, commands[copy.purpose]);
    const holder = copy.purpose === 'edit' ? await this.locks.holder(id, { by: who.name, tab }) : null;
    if (holder?.by === who.name) throw locked(holder, who.name);
    return { savedAt: await this.copies.keep(id, who.name, copy), holder };
  }

  /** Only for whoever may edit: a lock keeps others out. @throws ProblemError 403 · 404 · 409 `locked` */
  async lock(who: Person, id: string, tab: string, takeOver: boolean): Promise<Lock> {
    await this.permit(who, id, 'editDraft');
    return this.locks.take(id, { by: who.name, tab }, takeOver);
  }

  /** Only ever their own. @throws ProblemError 403 · 404 */
  async unlock(who: Person, id: string, tab: string): Promise<void> {
    await this.permit(who, id, 'editDraft');
    await this.locks.release(id, { by: who.name, tab });
  }

  private async permit(
    who: Person,
    id: string,
    act: (typeof commands)[keyof typeof commands],
  ): Promise<void> {
    const publication = publicationOf(await this.store.get(id));
    permitCommand(who, act, publication);
    const objection = readingObjection(who, publication);
    if (objection !== null) throw new ProblemError(403, objection.code, objection.words);
  }

  /** Only ever what the person who asks has written. @throws ProblemError 404 */
  async own(who: Person, id: string): Promise<Own> {
    await this.store.get(id);
    return { copy: await this.copies.of(id, who.name) };
  }

  async drop(who: Person, id: string): Promise<void> {
    await this.copies.drop(id, who.name);
  }
}
