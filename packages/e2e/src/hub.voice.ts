import { join } from 'node:path';
import { connectBroker, releaseSigner, type JetStreamBroker } from '@towncrier/messaging';
import { openSigningKey } from '@towncrier/secrets';
import type { Town } from './town.ts';

const silent = { info: () => undefined, warn: () => undefined };

/** A connection that may say everything, and does not sign what it says. */
export const stewardOf = (town: Town): Promise<JetStreamBroker> =>
  connectBroker({ url: town.stack.natsUrl, service: 'e2e', log: silent });

/** One that signs releases as the hub of this town does. */
export async function hubVoiceOf(town: Town): Promise<JetStreamBroker> {
  const { dataDir } = town.stack;
  const files = {
    privateFile: join(dataDir, 'hub', 'release-signing.json'),
    publicFile: join(dataDir, 'keys', 'release-keys.json'),
  };
  const sign = releaseSigner(await openSigningKey(files, new Date().toISOString()));
  return connectBroker({ url: town.stack.natsUrl, service: 'e2e', log: silent, sign });
}
