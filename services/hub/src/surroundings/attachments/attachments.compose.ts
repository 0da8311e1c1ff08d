import { join } from 'node:path';
import { everyOne } from '@towncrier/storage';
import type { Floors } from '../surrounding.ts';
import { attachments } from './attachments.documents.ts';
import { AttachmentsService } from './attachments.service.ts';
import { FileStore } from '../../ports/file.store.ts';

export async function composeAttachments({
  parts,
  audit,
  publications,
}: Floors): Promise<AttachmentsService> {
  const { settings, store, clock } = parts;
  const { docs, contents } = publications;
  /** Publications that ever named the file are found by its hash; what counts is the edition in force. */
  const isPublic = async (hash: string): Promise<boolean> => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return false;
    for await (const doc of everyOne(docs, {}, { words: [hash] })) {
      const inForce = doc.editions.find((e) => e.edition === doc.inForce);
      if (inForce === undefined) continue;
      const { body } = await contents.get(inForce.contentHash);
      if (JSON.stringify(body).includes(`/files/${hash}/`)) return true;
    }
    return false;
  };
  return new AttachmentsService(await store.collection(attachments), {
    files: new FileStore(join(settings.TOWNCRIER_DATA, 'attachments')),
    clock,
    trail: audit.trail,
    isPublic,
    publicUrl: settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`,
  });
}
