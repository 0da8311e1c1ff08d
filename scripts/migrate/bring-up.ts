import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CollectionSpec, Doc, Store } from '../../packages/storage/src/collection.ts';
import type { StoreOptions } from '../../packages/storage/src/store.options.ts';
import type { Survey } from '../../packages/storage/src/survey.finding.ts';
import { openDataFolder, runningOn } from '../lib/data-folder.mjs';
import { root } from '../lib/project.mjs';
import { Trouble, wordsOf } from '../lib/trouble.mjs';
import { findKeepers, type Keeper } from './kept.collections.ts';
import { isSound, reportOf, type ServiceSurvey } from './survey.report.ts';

interface Storage {
  openStore(options: StoreOptions): Promise<Store>;
  surveyStore(options: StoreOptions, specs: readonly CollectionSpec<Doc>[]): Promise<readonly Survey[]>;
}
/** As it was built: Node runs no classes of the sources, and the services stand on what was built too. */
const { openStore, surveyStore } = (await import(
  pathToFileURL(join(root, 'packages', 'storage', 'dist', 'index.js')).href
)) as Storage;

export interface Ground {
  /** Root of the project whose services are asked for their collections. */
  readonly at: string;
  /** Data folder of the whole system; each service has a folder below it. */
  readonly dataDir: string;
  /** When set, the database instead of the folders. */
  readonly mongodbUri?: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * Looks at all data and changes nothing; says what would move and what would not open.
 * @returns whether this release can work with them
 * @throws Trouble when the system runs
 */
export async function checkData(ground: Ground): Promise<boolean> {
  requireIdle(ground);
  const found = await surveyed(ground, await findKeepers(ground.at));
  ground.say(reportOf(found));
  return isSound(found);
}

/**
 * Brings all data up to this release; nothing moves unless everything would.
 * @returns whether this release can work with them
 * @throws Trouble when the system runs, or a collection cannot be brought up
 */
export async function bringUpData(ground: Ground): Promise<boolean> {
  requireIdle(ground);
  const keepers = await findKeepers(ground.at);
  const before = await surveyed(ground, keepers);
  ground.say(reportOf(before));
  if (!isSound(before)) return false;
  const moving = before.filter(({ surveys }) => surveys.some(isBehind));
  if (moving.length === 0) return true;
  const lock = isEmbedded(ground) ? await openDataFolder(resolve(ground.dataDir), ground.say) : null;
  try {
    for (const { service, surveys } of moving) {
      const behind = new Set(surveys.filter(isBehind).map(({ collection }) => collection));
      const specs = keepers.find((keeper) => keeper.service === service)?.collections ?? [];
      await bringUp(
        ground,
        service,
        specs.filter(({ name }) => behind.has(name)),
      );
    }
  } finally {
    lock?.release();
  }
  return true;
}

const isBehind = ({ held, wanted }: Survey): boolean => held < wanted;
const isEmbedded = ({ mongodbUri = '' }: Ground): boolean => mongodbUri === '';

/** @throws Trouble when there is nothing to look at, or somebody works on it */
function requireIdle(ground: Ground): void {
  if (!isEmbedded(ground)) return;
  const path = resolve(ground.dataDir);
  if (!existsSync(path))
    throw new Trouble(`There is no data folder ${path}; set TOWNCRIER_DATA to the one that is meant.`);
  const pid = runningOn(path);
  if (pid !== null)
    throw new Trouble(
      `The system (process ${pid}) is running on ${path}; stop it first, its data are in use.`,
    );
}

function surveyed(ground: Ground, keepers: readonly Keeper[]): Promise<readonly ServiceSurvey[]> {
  return Promise.all(
    keepers.map(async ({ service, collections }) => ({
      service,
      surveys: await told(service, () => surveyStore(optionsOf(ground, service), collections)),
    })),
  );
}

async function bringUp(
  ground: Ground,
  service: string,
  specs: readonly CollectionSpec<Doc>[],
): Promise<void> {
  await told(service, async () => {
    const store = await openStore(optionsOf(ground, service));
    try {
      for (const spec of specs) {
        await store.collection(spec);
        ground.say(`${service}: ${spec.name} is of version ${spec.schemaVersion} now`);
      }
    } finally {
      await store.close();
    }
  });
}

function optionsOf({ dataDir, mongodbUri }: Ground, service: string): StoreOptions {
  return {
    service,
    dataDir: join(resolve(dataDir), service),
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
  };
}

/** What the store says is written for the person who must act; which service it speaks of, it does not know. */
async function told<T>(service: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (!['StoreUnavailable', 'NewerData', 'MigrationFailed'].includes(name)) throw error;
    throw new Trouble(`${service}: ${wordsOf(error)}`);
  }
}
