import { EnvelopeBroken, openText, sealText, type KeyRing } from '@towncrier/secrets';
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

export const seal = (text: string, at: SecretPlace, ring: KeyRing): Envelope =>
  sealText(text, place(at), ring);

/** @throws SealBroken when the key is not there, or the envelope was changed or belongs elsewhere */
export function open(envelope: Envelope, at: SecretPlace, ring: KeyRing): string {
  try {
    return openText(envelope, place(at), ring);
  } catch (cause) {
    if (!(cause instanceof EnvelopeBroken)) throw cause;
    throw new SealBroken(
      cause.why === 'no-key'
        ? `终端“${at.target}”的密钥“${at.name}”无法解开：密钥文件 ${ring.file} 里没有编号为 ${envelope.key} 的钥匙。` +
            '请恢复原来的密钥文件，或重新填写该密钥'
        : `终端“${at.target}”的密钥“${at.name}”被改动过或不属于这里，请重新填写`,
      { cause },
    );
  }
}

const place = ({ channel, target, name }: SecretPlace): string => `${channel}|${target}|${name}`;
