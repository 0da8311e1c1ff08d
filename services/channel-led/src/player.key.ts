import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

const keyDoc = z.object({ _id: z.literal('player'), version: z.int(), privateKey: z.string() });
type KeyDoc = z.infer<typeof keyDoc>;
export const keys: CollectionSpec<KeyDoc> = { name: 'keys', schema: keyDoc, indexes: [] };

/** Players show only what this key has signed (Ed25519, RFC 8032). Made at the first start, kept in the channel's store. */
export interface PlayerKey { readonly publicKeyPem: string; sign(text: string): string }

export async function playerKey(collection: Collection<KeyDoc>): Promise<PlayerKey> {
  const known = await collection.get('player');
  const pem = known?.privateKey ?? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  if (known === null) await collection.insert({ _id: 'player', privateKey: pem });
  const key = createPrivateKey(pem);
  return {
    publicKeyPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}
