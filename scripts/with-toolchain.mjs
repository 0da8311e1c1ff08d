import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program, Trouble } from './lib/trouble.mjs';

/**
 * `node scripts/with-toolchain.mjs FILE ARGS`: runs a TypeScript file with the pinned Node, once everything
 * it needs is there.
 * Packages resolve to what was built: Node cannot strip decorators.
 */
await program(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined)
    throw new Trouble('Name the file to run: node scripts/with-toolchain.mjs scripts/try.ts …');
  const { node, env } = await ensureToolchain();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', resolve(file), ...args], {
    env,
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to both of us; the child decides what becomes of it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
});
