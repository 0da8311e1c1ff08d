import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asyncapi } from './generated/asyncapi.ts';
import { channelDefinitions } from './generated/channel-definitions.ts';
import { channelsPage } from './generated/channels.page.ts';
import { consoleApi } from './generated/console-api.ts';
import { fontsPage } from './generated/fonts.page.ts';
import { hubSubjects } from './generated/hub-subjects.ts';
import type { Generated } from './generated/notice.ts';
import { openapi } from './generated/openapi.ts';
import { breaches } from './generated/schema-compatibility.ts';
import { schemas } from './generated/schemas.ts';
import { settingsPage } from './generated/settings.page.ts';
import { root } from './lib/project.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program, Trouble, wordsOf } from './lib/trouble.mjs';

/**
 * `npm run generate`: writes everything that follows from the sources. `--check` writes nothing and fails on
 * a difference.
 * A schema that would no longer take what its committed form takes is refused: a new meaning is a new major.
 * `--break` before the first release only.
 */
await program(async () => {
  const flags = process.argv.slice(2);
  const check = flags.includes('--check');
  const failures: string[] = [];
  const generated = await everything(failures, check);
  const stale = generated.filter(isStale);
  if (!flags.includes('--break')) assertGrown(stale);
  if (check) {
    failures.push(...stale.map(({ path }) => `${path} is stale; run \`npm run generate\` and commit it`));
  } else {
    stale.forEach(write);
  }
  if (failures.length > 0) throw new Trouble(failures.join('\n'));
  console.log(`${generated.length} generated files are fresh`);
});

type Maker = () => Generated[] | Promise<readonly Generated[]>;

/** All generated files; a part that cannot be made adds its reason to `failures` and keeps no other back. */
async function everything(failures: string[], check: boolean): Promise<readonly Generated[]> {
  const part = async (name: string, make: Maker): Promise<readonly Generated[]> => {
    try {
      return await make();
    } catch (error) {
      failures.push(`${name}: ${wordsOf(error)}`);
      return [];
    }
  };
  // the OpenAPI document comes out of the built hub, whose subjects stand in a generated file
  const subjects = await part('subjects', () => [hubSubjects()]);
  if (!check && subjects.some(isStale)) {
    subjects.forEach(write);
    await ensureToolchain();
  }
  const parts = await Promise.all([
    part('schemas', schemas),
    part('asyncapi', () => [asyncapi()]),
    part('openapi', openapi),
    part('console api', consoleApi),
    part('fonts', () => [fontsPage()]),
    part('tables', async () => {
      const definitions = await channelDefinitions();
      return [channelsPage(definitions), await settingsPage(definitions)];
    }),
  ]);
  return [...subjects, ...parts.flat()];
}

function committed(path: string): string | null {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function isStale({ path, text }: Generated): boolean {
  return committed(path) !== text;
}

/** @throws Trouble when a schema would no longer take what its committed form takes */
function assertGrown(stale: readonly Generated[]): void {
  const broken = stale
    .filter(({ path }) => path.startsWith('contracts/schemas/'))
    .flatMap(({ path, text }) => {
      const before = committed(path);
      if (before === null) return [];
      return breaches(JSON.parse(before), JSON.parse(text)).map((breach) => `${path}: ${breach}`);
    });
  if (broken.length === 0) return;
  const rule = 'A published contract may only grow; make a new major (see docs/recipes/change-a-contract.md)';
  throw new Trouble(`${rule}:\n${broken.join('\n')}`);
}

function write({ path, text }: Generated): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`written: ${path}`);
}
