import type { Store } from '@towncrier/storage';
import { KeyRing } from '@towncrier/secrets';
import { RegisterStore } from './register.store.ts';
import { open, seal } from './secret.envelope.ts';
import type { Envelope } from './target.documents.ts';

/** How many secrets got the new key. */
export interface Rotated {
  readonly secrets: number;
}

/**
 * Gives all secrets of a channel that does not run a new key. The new one is in the file before anything is
 * sealed with it, and an old one leaves the file only when nothing is sealed with it any more: stopped
 * anywhere, every secret still opens, and running it again finishes the work.
 * @throws KeysMissing when the file is not there @throws SealBroken naming a secret that does not open
 */
export async function rotateSecrets(
  store: Store,
  at: { readonly channel: string; readonly keyFile: string; readonly now: string },
): Promise<Rotated> {
  const { channel, keyFile, now } = at;
  const register = await RegisterStore.open(store, now);
  await register.head();
  const ring = await KeyRing.addKey(keyFile, now);
  let secrets = 0;
  const resealed = (target: string, name: string, envelope: Envelope): Envelope => {
    const place = { channel, target, name };
    secrets += 1;
    return seal(open(envelope, place, ring), place, ring);
  };
  for await (const { _id } of register.all())
    await register.reseal(_id, (old) =>
      Object.keys(old).length === 0
        ? null
        : Object.fromEntries(Object.entries(old).map(([name, one]) => [name, resealed(_id, name, one)])),
    );
  await KeyRing.keepOnly(keyFile, new Set([ring.newest.id]));
  return { secrets };
}
