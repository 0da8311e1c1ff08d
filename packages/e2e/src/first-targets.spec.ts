import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Target } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';

const services = fileURLToPath(new URL('../../../services/', import.meta.url));
const folders = readdirSync(services).filter((name) => name.startsWith('channel-'));
const json = <T>(path: string): T => JSON.parse(readFileSync(join(services, path), 'utf8')) as T;
const { areas } = json<{ areas: { code: string; name: string }[] }>('hub/src/surroundings/areas/areas.json');
const { organisations } = json<{ organisations: { code: string }[] }>(
  'hub/src/access/organisation/organisations.json',
);

/** As much of a channel as is asked here. */
interface Seeding {
  readonly settings: { parse(environment: unknown): unknown };
  readonly targets?: { seed(settings: unknown): readonly Target[] };
}

/** The targets a first start with twins puts into the register of a channel. */
async function firstTargets(folder: string) {
  const file = pathToFileURL(join(services, folder, 'src', 'channel.ts')).href;
  const { channel } = (await import(file)) as { readonly channel: Seeding };
  const { towncrier } = json<{ towncrier: { environment: Record<string, string> } }>(
    `${folder}/package.json`,
  );
  const own = Object.entries(towncrier.environment).map(([key, value]) => [
    key,
    value.replace('{data}', '/data').replace(/\{(twin|self)\}/, 'http://127.0.0.1:9'),
  ]);
  const settings = channel.settings.parse(Object.fromEntries(own));
  return channel.targets?.seed(settings) ?? [];
}

describe('the first targets of', () => {
  it.each(folders)('%s stand in known areas, and belong to known organisations', async (folder) => {
    const targets = await firstTargets(folder);
    expect(targets.length).toBeGreaterThan(0);
    const codes = new Set(areas.map(({ code }) => code));
    const owners = new Set(organisations.map(({ code }) => code));
    expect(targets.filter((t) => !codes.has(t.area)).map((t) => [t.id, t.area])).toEqual([]);
    expect(targets.filter((t) => !owners.has(t.owner)).map((t) => [t.id, t.owner])).toEqual([]);
  });

  it.each(folders)('%s stand in the town whose name they bear', async (folder) => {
    const towns = areas.filter(({ code }) => code.endsWith('000') && !code.endsWith('000000'));
    const targets = await firstTargets(folder);
    const elsewhere = targets.filter(({ title, area }) => {
      const named = towns.find(({ name }) => title.includes(name));
      return named !== undefined && area.slice(0, 9) !== named.code.slice(0, 9);
    });
    expect(elsewhere.map(({ title, area }) => [title, area])).toEqual([]);
  });
});
