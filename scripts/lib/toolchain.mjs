import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { nodeBinary, readJson, root, toolEnvironment, workspacePackages } from './project.mjs';
import { lastLines, run } from './run.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { dependenciesFingerprint, readStamp, sourcesFingerprint, unbuilt, writeStamp } from './stamp.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Makes sure of everything a command of this project needs: pnpm and Node at their pinned versions, the
 * dependencies, the built packages.
 * What is there already costs a few milliseconds.
 * @param {{ at?: string, build?: boolean, say?: (line: string) => void }} [options]
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function ensureToolchain({
  at = root,
  build = true,
  say = (line) => process.stderr.write(`${line}\n`),
} = {}) {
  const ready = () => missingTools(at).length === 0 && dependenciesReady(at) && (!build || buildReady(at));
  if (!ready()) {
    await withSetupLock(at, say, async () => {
      if (missingTools(at).length > 0) await installTools(at, say);
      if (!dependenciesReady(at)) await installDependencies(at, say);
      if (build && !buildReady(at)) await buildPackages(at, say);
    });
  }
  return { node: nodeBinary(at), env: toolEnvironment(at) };
}

/** @param {string} at @returns {string[]} e.g. `pnpm@12.21.0` */
function missingTools(at) {
  const { packageManager, devDependencies } = readJson(join(at, 'package.json'));
  return [String(packageManager).split('+')[0] ?? '', `node@${devDependencies.node}`].filter((wanted) => {
    const [name = '', version] = wanted.split('@');
    const folder = join(at, '.tools', 'node_modules', name);
    return (
      !existsSync(join(folder, 'package.json')) ||
      readJson(join(folder, 'package.json')).version !== version ||
      !existsSync(join(at, '.tools', 'node_modules', '.bin', name))
    );
  });
}

const dependenciesReady = (/** @type {string} */ at) =>
  existsSync(join(at, 'node_modules', '.modules.yaml')) &&
  readStamp(at).dependencies === dependenciesFingerprint(at);
const buildReady = (/** @type {string} */ at) =>
  unbuilt(at).length === 0 && readStamp(at).build === sourcesFingerprint(at);

/** @param {string} at @param {(line: string) => void} say */
async function installTools(at, say) {
  const { packageManager, devDependencies } = readJson(join(at, 'package.json'));
  const wanted = [String(packageManager).split('+')[0] ?? '', `node@${devDependencies.node}`];
  say(`Fetching ${wanted.join(' and ')} into .tools`);
  const tools = join(at, '.tools');
  const { code, output } = await run(
    'npm',
    ['install', '--prefix', tools, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...wanted],
    { cwd: at },
  );
  if (code === 127)
    throw new Trouble('npm was not found; install Node 20 or newer together with npm, then try again.');
  if (code !== 0)
    throw new Trouble(
      `npm could not fetch ${wanted.join(' and ')} (${why(output)}); check the network and npm's registry setting, then try again.`,
    );
  // npm may be set not to run install scripts; these two packages put their binary in place with one.
  if (!(await runs(nodeBinary(at))))
    await run(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(tools, 'node_modules', 'node'),
    });
  const pnpm = join(tools, 'node_modules', '.bin', 'pnpm');
  if (!(await runs(pnpm)) && existsSync(join(tools, 'node_modules', 'pnpm', 'install.js')))
    await run(process.execPath, ['install.js'], { cwd: join(tools, 'node_modules', 'pnpm') });
  if (!(await runs(nodeBinary(at))) || !(await runs(pnpm)))
    throw new Trouble(
      `${wanted.join(' or ')} does not run on this machine; remove .tools and try again with npm's install scripts allowed.`,
    );
}

const runs = async (/** @type {string} */ binary) => (await run(binary, ['--version'])).code === 0;

/** @param {string} at @param {(line: string) => void} say */
async function installDependencies(at, say) {
  say('Installing dependencies with pnpm');
  const wanted = dependenciesFingerprint(at);
  const { code, output } = await run(
    join(at, '.tools', 'node_modules', '.bin', 'pnpm'),
    ['install', '--frozen-lockfile', '--reporter=append-only'],
    { cwd: at, env: { ...toolEnvironment(at), CI: 'true' } },
  );
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output))
    throw new Trouble(
      'pnpm-lock.yaml does not fit the package.json files; run `.tools/node_modules/.bin/pnpm install` and commit the lockfile.',
    );
  if (/EACCES|EPERM|EROFS/.test(output))
    throw new Trouble(
      `pnpm may not write below ${at} (${why(output)}); make the folder writable for you and try again.`,
    );
  if (code !== 0)
    throw new Trouble(
      `pnpm could not install the dependencies (${why(output)}); check the network and the free disk space, then try again.`,
    );
  writeStamp(at, { dependencies: wanted });
}

/** @param {string} at @param {(line: string) => void} say */
async function buildPackages(at, say) {
  say(`Building ${workspacePackages(at).length} packages`);
  const wanted = sourcesFingerprint(at);
  const { code, output } = await run(
    join(at, 'node_modules', '.bin', 'turbo'),
    [
      'run',
      'build',
      '--output-logs=errors-only',
      '--no-color',
      '--no-update-notifier',
      `--concurrency=${Math.max(2, availableParallelism())}`,
    ],
    { cwd: at, env: toolEnvironment(at) },
  );
  if (code !== 0)
    throw new Trouble(`The build failed; mend what it names and try again.\n${lastLines(output, 25)}`);
  const missing = unbuilt(at).map((p) => p.name);
  if (missing.length > 0)
    throw new Trouble(`The build left nothing for ${missing.join(', ')}; remove .turbo and try again.`);
  writeStamp(at, { build: wanted });
}

/** The one line of a tool's output that names the cause. @param {string} output */
function why(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter(Boolean);
  return (
    lines.find((line) => /ERR_|E[A-Z]{4,}|network|not found/.test(line)) ??
    lines.at(-1) ??
    'no reason given'
  ).slice(0, 200);
}
