import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findServices } from './lib/plan.mjs';
import { nodeBinary, root, toolEnvironment } from './lib/project.mjs';
import { lastLines, run } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program, Trouble, wordsOf } from './lib/trouble.mjs';

const usage = 'npm run new:channel -- NAME --title 中文名';
const templates = join(root, 'scripts', 'templates', 'channel');

/**
 * `npm run new:channel -- radio --title 广播`: writes services/channel-radio, a whole channel with a far end
 * of its own; lays it out, links it, builds it, renews the generated pages and runs its suite.
 */
await program(async () => {
  const { id, title } = readArguments();
  const folder = join(root, 'services', `channel-${id}`);
  if (existsSync(folder))
    throw new Trouble(`services/channel-${id} exists already; choose another name or remove it.`);
  const port = freeOffset();
  write(folder, wordsFor(id, title, port));
  console.log(`Written: services/channel-${id} (port base + ${port})`);

  await finished('laid out', join(root, 'node_modules', '.bin', 'oxfmt'), [folder]);
  await finished('linked', join(root, '.tools', 'node_modules', '.bin', 'pnpm'), [
    'install',
    '--prefer-offline',
    '--no-frozen-lockfile',
  ]);
  await ensureToolchain();
  await finished('described in docs', nodeBinary(), [join(root, 'scripts', 'generate.ts')]);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  // The first golden files are written; the option comes last, or it takes the folder for its value.
  const suite = spawnSync(nodeBinary(), [vitest, 'run', `services/channel-${id}`, '--update'], {
    cwd: root,
    env: toolEnvironment(),
    stdio: 'inherit',
  });
  console.log(`Next: docs/recipes/add-a-channel.md. \`npm start\` runs it against its twin.`);
  return suite.status ?? 1;
});

/** What stands in the templates for the names of this channel. */
function wordsFor(id: string, title: string, port: number): Readonly<Record<string, string>> {
  const pascal = id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return {
    __id__: id,
    __title__: title,
    __port__: String(port),
    __Name__: pascal,
    __camel__: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    __ENV__: id.toUpperCase().replaceAll('-', '_'),
  };
}

function write(folder: string, words: Readonly<Record<string, string>>): void {
  const fill = (text: string): string =>
    Object.entries(words).reduce((filled, [mark, word]) => filled.replaceAll(mark, word), text);
  const files = readdirSync(templates, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.tmpl'))) {
    const path = join(folder, fill(file.slice(0, -'.tmpl'.length)));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fill(readFileSync(join(templates, file), 'utf8')));
  }
}

/** @throws Trouble with the last lines of what the tool said */
async function finished(what: string, command: string, args: readonly string[]): Promise<void> {
  const env = { ...toolEnvironment(), CI: 'true' };
  const { code, output } = await run(command, [...args], { cwd: root, env });
  if (code !== 0) throw new Trouble(`The new channel could not be ${what}:\n${lastLines(output, 8)}`);
  console.log(`It is ${what}.`);
}

function readArguments(): { id: string; title: string } {
  try {
    const {
      values,
      positionals: [id, ...more],
    } = parseArgs({
      args: process.argv.slice(2).filter((arg) => arg !== '--'),
      allowPositionals: true,
      options: { title: { type: 'string' } },
    });
    if (id === undefined || more.length > 0) throw new Trouble(`Give one name: ${usage}`);
    if (!/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/.test(id) || id.includes('--'))
      throw new Trouble(
        `"${id}" cannot be a channel: 2 to 20 small letters, digits and single hyphens, beginning with a letter.`,
      );
    const title = values.title?.trim() ?? '';
    if (title === '' || /['"`\\<>$]/.test(title))
      throw new Trouble(`Give the Chinese name that the console shows: ${usage}`);
    return { id, title };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${wordsOf(error).split('. ')[0]}: ${usage}`);
  }
}

/** Channels have 11 to 30, their twins 20 more. */
function freeOffset(): number {
  const taken = new Set(findServices().map((service) => service.offset));
  const free = Array.from({ length: 20 }, (_, i) => 11 + i).find((offset) => !taken.has(offset));
  if (free === undefined)
    throw new Trouble('All twenty ports for channels are taken; remove a channel first.');
  return free;
}
