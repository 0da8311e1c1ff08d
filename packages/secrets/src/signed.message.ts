import { sign, verify, type KeyObject } from 'node:crypto';

/** A key for signatures, with the name by which a signature calls it. */
export interface NamedKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The signature does not fit, or there is none: the words say which, for whoever reads the dead letters. */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
}

/** The subject belongs to it: what was said on one lane must not be repeated on another. */
const signedBytes = (subject: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`towncrier-message-v1\n${subject}\n`), body]);

/** `<id of the key>.<Ed25519 signature, base64url>` (RFC 8032), as it stands in a header. */
export function signatureOf({ id, key }: NamedKey, subject: string, body: Uint8Array): string {
  return `${id}.${sign(null, signedBytes(subject, body), key).toString('base64url')}`;
}

/** The id of the key that a signature names; null when it is no signature. */
export const keyNamedIn = (signature: string): string | null =>
  /^([0-9a-f]{12})\.[\w-]{86}$/.exec(signature)?.[1] ?? null;

/** @throws NotSigned */
export function assertSigned(
  keys: readonly NamedKey[],
  subject: string,
  body: Uint8Array,
  signature: string,
): void {
  if (signature === '') throw new NotSigned('消息没有签名，不是本系统主控发出的，未采用');
  const id = keyNamedIn(signature);
  if (id === null) throw new NotSigned('消息的签名格式不对，未采用');
  const known = keys.find((key) => key.id === id);
  if (known === undefined)
    throw new NotSigned(
      `消息用未知的密钥 ${id} 签名，未采用；如主控换过密钥，请更新 RELEASE_KEYS_FILE 指明的文件`,
    );
  const [, value = ''] = signature.split('.');
  if (!verify(null, signedBytes(subject, body), known.key, Buffer.from(value, 'base64url')))
    throw new NotSigned('消息与签名不符，可能被改动过，未采用');
}
