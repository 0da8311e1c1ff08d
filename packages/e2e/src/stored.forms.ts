import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CollectionSpec, Doc } from '@towncrier/storage';

const services = fileURLToPath(new URL('../../../services/', import.meta.url));

/** All that the services of today keep, by service, found by folder. */
export async function keptToday(): Promise<ReadonlyMap<string, readonly CollectionSpec<Doc>[]>> {
  const keeping = readdirSync(services)
    .map((service) => ({ service, file: join(services, service, 'src', 'collections.ts') }))
    .filter(({ file }) => existsSync(file));
  const found = await Promise.all(
    keeping.map(async ({ service, file }) => {
      const { collections } = (await import(pathToFileURL(file).href)) as {
        readonly collections: readonly CollectionSpec<Doc>[];
      };
      return [service, collections] as const;
    }),
  );
  return new Map(found);
}
