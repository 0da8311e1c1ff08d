import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CollectionSpec, Doc } from '../../packages/storage/src/collection.ts';
import { findServices } from '../lib/plan.mjs';
import { Trouble } from '../lib/trouble.mjs';

/** A service and all that it keeps. */
export interface Keeper {
  readonly service: string;
  readonly collections: readonly CollectionSpec<Doc>[];
}

/**
 * Every built service that keeps something, by folder: its list is `src/collections.ts`, beside its `main.ts`.
 * @param at root of the project
 * @throws Trouble for one that is not built
 */
export async function findKeepers(at: string): Promise<readonly Keeper[]> {
  const keeping = findServices(at).filter(({ folder }) => existsSync(join(folder, 'src', 'collections.ts')));
  return Promise.all(
    keeping.map(async ({ name, entry }) => {
      const file = join(dirname(entry), 'collections.js');
      if (!existsSync(file)) throw new Trouble(`${name} has not been built; run \`npm run build\`.`);
      const { collections } = (await import(pathToFileURL(file).href)) as Pick<Keeper, 'collections'>;
      return { service: name, collections };
    }),
  );
}
