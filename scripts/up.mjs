import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNatsServer } from './lib/nats-server.mjs';
import { portBase, root } from './lib/project.mjs';
import { endCommands } from './lib/run.mjs';
import { startStack } from './lib/stack.mjs';
import { table } from './lib/table.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program } from './lib/trouble.mjs';

/** `npm start`: sets up what is missing, starts everything, keeps it running until Ctrl-C. */
await program(async () => {
  const began = Date.now();
  const stopping = new AbortController();
  const asked = new Promise((resolve) => {
    const stop = () => {
      stopping.abort(new Error('stopped'));
      endCommands();
      resolve(undefined);
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
    // A signal sent to npm ends its shell without reaching us: that our parent is gone is all we notice.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event !== undefined)
      setInterval(() => process.ppid !== parent && stop(), 300).unref();
  });
  const say = (/** @type {string} */ line) =>
    void process.stderr.write(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}\n`);
  const base = portBase();
  const dataDir = process.env.TOWNCRIER_DATA || join(root, '.data');
  try {
    // The broker is looked for while packages are built: both may have to be downloaded.
    await Promise.all([ensureToolchain({ say }), process.env.NATS_URL ? undefined : findNatsServer({ say })]);
    if (stopping.signal.aborted) return 0;
    const stack = await startStack({
      portBase: base,
      dataDir,
      supervise: process.env.TOWNCRIER_SUPERVISE !== '0',
      say,
      signal: stopping.signal,
    });
    const shown = relative(process.cwd(), stack.credentialsFile);
    const credentials = existsSync(stack.credentialsFile) ? stack.credentialsFile : null;
    process.stdout.write(
      `\n${table(stack.places.map((place) => [place.label, place.url]))}\n\n  Names and passwords: ${shown.startsWith('..') ? stack.credentialsFile : shown}\n  Ready after ${((Date.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.\n\n`,
    );
    const urls = {
      ...Object.fromEntries(stack.places.map((place) => [place.key, place.url])),
      hub: stack.urls.hub,
      monitor: stack.urls.monitor,
      nats: stack.natsUrl,
    };
    process.stdout.write(`${JSON.stringify({ ready: true, urls, data: stack.dataDir, credentials })}\n`);
    await asked;
    say('Stopping');
    await stack.stop();
    say('Stopped');
    return 0;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    throw error;
  }
});
