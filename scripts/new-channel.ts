import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findServices } from './lib/plan.mjs';
import { nodeBinary, root, toolEnvironment } from './lib/project.mjs';
import { lastLines, run } from './lib/run.mjs';
import { program, Trouble, wordsOf } from './lib/trouble.mjs';

const usage = 'npm run new:channel -- NAME --title 中文名';
const templates = join(root, 'scripts', 'templates', 'channel');

/**
 * `npm run new:channel -- radio --title 广播`: writes services/channel-radio, a whole channel with a far end
 * of its own that passes the suite.
 */
await program(async () => {
  const { id, title } = readArguments();
  const folder = join(root, 'services', `channel-${id}`);
  if (existsSync(folder))
    throw new Trouble(`services/channel-${id} exists already; choose another name or remove it.`);
  const port = freeOffset();
  const pascal = id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  const words: Readonly<Record<string, string>> = {
    __id__: id,
    __title__: title,
    __port__: String(port),
    __Name__: pascal,
    __camel__: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    __ENV__: id.toUpperCase().replaceAll('-', '_'),
  };
  const fill = (text: string): string =>
    Object.entries(words).reduce((filled, [mark, word]) => filled.replaceAll(mark, word), text);
  for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tmpl'),
  )) {
    const path = join(folder, fill(file.slice(0, -'.tmpl'.length)));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fill(readFileSync(join(templates, file), 'utf8')));
  }
  console.log(`Written: services/channel-${id} (port base + ${port})`);

  const installed = await run(
    join(root, '.tools', 'node_modules', '.bin', 'pnpm'),
    ['install', '--prefer-offline', '--no-frozen-lockfile'],
    { cwd: root, env: { ...toolEnvironment(), CI: 'true' } },
  );
  if (installed.code !== 0)
    throw new Trouble(
      `pnpm could not link the new package; run \`pnpm install\` yourself:\n${lastLines(installed.output, 5)}`,
    );
  const suite = spawnSync(
    nodeBinary(),
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--update', `services/channel-${id}`],
    { cwd: root, env: toolEnvironment(), stdio: 'inherit' },
  );
  console.log(`Next: docs/recipes/add-a-channel.md. \`npm start\` runs it against its twin.`);
  return suite.status ?? 1;
});

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
