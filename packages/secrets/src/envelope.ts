import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key.ring.ts';

/** A text as it is stored: the keys are outside the store. */
export interface SealedText {
  readonly key: string;
  readonly nonce: string;
  readonly sealed: string;
}

/** `no-key`: the file with the keys lacks this one; `changed`: altered, or put somewhere else. */
export class EnvelopeBroken extends Error {
  override readonly name = 'EnvelopeBroken';

  constructor(
    readonly why: 'no-key' | 'changed',
    options?: ErrorOptions,
  ) {
    super(`an envelope does not open: ${why}`, options);
  }
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with the newest key and a nonce of its own.
 * @param place where it is kept; it is part of what is sealed: an envelope put elsewhere does not open there
 */
export function sealText(text: string, place: string, ring: KeyRing): SealedText {
  const key = ring.newest;
  const nonce = randomBytes(nonceBytes);
  const machine = createCipheriv(cipher, key.bytes, nonce, { authTagLength: tagBytes });
  machine.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([machine.update(text, 'utf8'), machine.final(), machine.getAuthTag()]);
  return { key: key.id, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** @throws EnvelopeBroken */
export function openText({ key: id, nonce, sealed }: SealedText, place: string, ring: KeyRing): string {
  const key = ring.key(id);
  if (key === null) throw new EnvelopeBroken('no-key');
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const machine = createDecipheriv(cipher, key.bytes, Buffer.from(nonce, 'base64'), {
      authTagLength: tagBytes,
    });
    machine.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([machine.update(bytes.subarray(0, -tagBytes)), machine.final()]).toString('utf8');
  } catch (cause) {
    throw new EnvelopeBroken('changed', { cause });
  }
}

const mark = 'sealed:';

/** An envelope as one line of text, for a field that was a text before. */
export const lineOf = ({ key, nonce, sealed }: SealedText): string => `${mark}${key}:${nonce}:${sealed}`;

/** Null for a text that is no envelope: it was stored before texts were sealed. */
export function envelopeIn(line: string): SealedText | null {
  const [, key, nonce, sealed] =
    /^sealed:([0-9a-f]{12}):([A-Za-z0-9+/=]{16}):([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  return key === undefined || nonce === undefined || sealed === undefined ? null : { key, nonce, sealed };
}
