import { createHash } from 'node:crypto';
import type { Collection } from '@towncrier/storage';
import { factOf } from '../../trail/audit.deed.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import { ProblemError } from '../../http/problem.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { checkFile } from './attachment.check.ts';
import type { AttachmentDoc, AttachmentView } from './attachments.documents.ts';
import type { FileStore } from '../../ports/file.store.ts';

const permissions: readonly Permission[] = [
  { roles: ['editor', 'duty-officer', 'disclosure-officer'], can: 'upload', on: 'Attachment' },
];
const gone = (): ProblemError => new ProblemError(404, 'not-found', '没有这个附件，或引用它的信息已撤回');

export interface AttachmentTools {
  readonly files: FileStore;
  readonly clock: Clock;
  readonly trail: AuditTrail;
  /** Address under which the public reaches the hub. */
  readonly publicUrl: string;
  /** Is it named by an edition that is in force? */
  readonly isPublic: (hash: string) => Promise<boolean>;
}

export interface ServedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
  readonly hash: string;
}

/** Files beside a text, by their content. */
export class AttachmentsService {
  constructor(
    private readonly docs: Collection<AttachmentDoc>,
    private readonly tools: AttachmentTools,
  ) {}

  /** The same file again is the same attachment. @throws ProblemError 403 · 415 · 422 */
  async add(who: Actor, name: string, given: Uint8Array): Promise<AttachmentView> {
    permit(who, permissions, 'upload', 'Attachment');
    const { bytes, type, extension } = await checkFile(name, given);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const at = this.tools.clock();
    await this.tools.files.put(hash, bytes);
    if (
      await this.docs.insert({
        _id: hash,
        name: nameWith(name, extension),
        type,
        bytes: bytes.length,
        by: who.name,
        at: at.toISOString(),
      })
    ) {
      await this.tools.trail.append([
        factOf({
          id: `attachment/${hash}`,
          act: 'attachment.add',
          about: `attachment/${hash.slice(0, 16)}`,
          by: who,
          at,
          after: hash,
          detail: { name },
        }),
      ]);
    }
    return this.viewOf(await this.doc(hash));
  }

  /** For people who are signed in. @throws ProblemError 404 */
  async read(hash: string): Promise<ServedFile> {
    const { name, type } = await this.doc(hash);
    const bytes = await this.tools.files.get(hash);
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new Error(`the file of attachment ${hash} was changed on the disk`);
    return { bytes, type, name, hash };
  }

  /** For everybody, while an edition in force names it. @throws ProblemError 404 */
  async readPublic(hash: string): Promise<ServedFile> {
    if (!(await this.tools.isPublic(hash))) throw gone();
    return this.read(hash);
  }

  private async doc(hash: string): Promise<AttachmentDoc> {
    const found = await this.docs.get(hash);
    if (found === null) throw gone();
    return found;
  }

  private viewOf({ _id: hash, name, type, bytes }: AttachmentDoc): AttachmentView {
    return {
      hash,
      name,
      type,
      bytes,
      href: new URL(`/files/${hash}/${encodeURIComponent(name)}`, this.tools.publicUrl).href,
    };
  }
}

/** The ending says what the bytes are. */
const nameWith = (name: string, extension: string): string => {
  const base = name
    .replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '')
    .replace(/\.[^.]{1,5}$/u, '')
    .trim();
  return `${base === '' ? '附件' : base.slice(0, 150)}.${extension}`;
};
