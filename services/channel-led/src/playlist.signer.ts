import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Collection } from '@towncrier/storage';
import type { KeyDoc } from './led.documents.ts';

/**
 * Ed25519 over the exact bytes of a playlist. The key is made once and stays in this service's store; players
 * keep the public half.
 */
export class PlaylistSigner {
  private constructor(
    private readonly key: KeyObject,
    readonly publicKey: string,
  ) {}

  static async open(known: Collection<KeyDoc>): Promise<PlaylistSigner> {
    if ((await known.get('signing')) === null) {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      // Where two replicas start at once, the first insert wins and both use it.
      await known.insert({
        _id: 'signing',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      });
    }
    const kept = await known.get('signing');
    if (kept === null) throw new Error('the signing key cannot be kept');
    return new PlaylistSigner(createPrivateKey(kept.privateKey), kept.publicKey);
  }

  /** Base64. */
  sign(body: string): string {
    return sign(null, Buffer.from(body), this.key).toString('base64');
  }
}
