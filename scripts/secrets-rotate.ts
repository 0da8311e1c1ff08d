import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Store } from '../packages/storage/src/collection.ts';
import type { StoreOptions } from '../packages/storage/src/store.options.ts';
import { openDataFolder } from './lib/data-folder.mjs';
import { findServices } from './lib/plan.mjs';
import { root } from './lib/project.mjs';
import { program, Trouble, wordsOf } from './lib/trouble.mjs';

interface Kit {
  rotateSecrets(
    store: Store,
    at: { readonly channel: string; readonly keyFile: string; readonly now: string },
  ): Promise<{ readonly secrets: number }>;
}
interface Secrets {
  addSigningKey(
    at: { readonly privateFile: string; readonly publicFile: string },
    now: string,
  ): Promise<string>;
}
interface Storage {
  openStore(options: StoreOptions): Promise<Store>;
}

/**
 * `npm run secrets:rotate`: a new key for the secrets of all targets of all channels, and one for the signatures of
 * the hub, of a system that does not run. Stopped anywhere, nothing is lost: run it again.
 */
await program(async () => {
  const dataDir = resolve(process.env['TOWNCRIER_DATA'] || join(root, '.data'));
  if (!existsSync(dataDir))
    throw new Trouble(`There is no data folder ${dataDir}; set TOWNCRIER_DATA to the one that is meant.`);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const folder = await openDataFolder(dataDir, say);
  try {
    const { rotateSecrets } = await built<Kit>('channel-kit');
    for (const { name } of findServices().filter((service) => service.channel !== undefined)) {
      const keyFile = join(dataDir, 'keys', `${name}.key`);
      if (!existsSync(keyFile)) continue;
      const channel = name.replace('channel-', '');
      const { secrets } = await inStore(dataDir, name, (store) =>
        rotateSecrets(store, { channel, keyFile, now: new Date().toISOString() }),
      );
      say(`${name}: ${secrets} secrets have a new key`);
    }
    const { addSigningKey } = await built<Secrets>('secrets');
    const publicFile = process.env['RELEASE_KEYS_FILE'] || join(dataDir, 'keys', 'release-keys.json');
    const privateFile = join(dataDir, 'hub', 'release-signing.json');
    const id = await addSigningKey({ privateFile, publicFile }, new Date().toISOString());
    say(`hub: releases are signed with the new key ${id}; what was signed before is still known`);
  } finally {
    folder.release();
  }
});

async function inStore<T>(dataDir: string, service: string, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await built<Storage>('storage');
  const mongodbUri = process.env['MONGODB_URI'];
  const store = await openStore({
    service,
    dataDir: join(dataDir, service),
    ...(mongodbUri ? { mongodbUri } : {}),
  });
  try {
    return await work(store);
  } catch (error) {
    throw new Trouble(`${service}: ${wordsOf(error)}`);
  } finally {
    await store.close();
  }
}

/** As it was built: Node runs no classes of the sources. */
async function built<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(join(root, 'packages', name, 'dist', 'index.js')).href)) as T;
}
