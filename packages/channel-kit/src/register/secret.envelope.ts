import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key.ring.ts';
import type { Envelope } from './target.documents.ts';

/** Which secret it is. It is part of what is sealed: an envelope put elsewhere does not open there. */
export interface SecretPlace {
  readonly channel: string;
  readonly target: string;
  readonly name: string;
}

/** Says which secret cannot be opened, and never what is in it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with the newest key and a nonce of its own. */
export function seal(text: string, at: SecretPlace, ring: KeyRing): Envelope {
  const key = ring.newest;
  const nonce = randomBytes(nonceBytes);
  const machine = createCipheriv(cipher, key.bytes, nonce, { authTagLength: tagBytes }).setAAD(place(at));
  const sealed = Buffer.concat([machine.update(text, 'utf8'), machine.final(), machine.getAuthTag()]);
  return { key: key.id, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** @throws SealBroken when the key is not there, or the envelope was changed or belongs elsewhere */
export function open({ key: id, nonce, sealed }: Envelope, at: SecretPlace, ring: KeyRing): string {
  const key = ring.key(id);
  if (key === null)
    throw new SealBroken(
      `终端“${at.target}”的密钥“${at.name}”无法解开：密钥文件 ${ring.file} 里没有编号为 ${id} 的钥匙。` +
        '请恢复原来的密钥文件，或重新填写该密钥',
    );
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const machine = createDecipheriv(cipher, key.bytes, Buffer.from(nonce, 'base64'), {
      authTagLength: tagBytes,
    });
    machine.setAAD(place(at)).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([machine.update(bytes.subarray(0, -tagBytes)), machine.final()]).toString('utf8');
  } catch (cause) {
    throw new SealBroken(`终端“${at.target}”的密钥“${at.name}”被改动过或不属于这里，请重新填写`, { cause });
  }
}

const place = ({ channel, target, name }: SecretPlace): Buffer => Buffer.from(`${channel}|${target}|${name}`);
