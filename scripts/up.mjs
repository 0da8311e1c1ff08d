import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNatsServer } from './lib/nats-server.mjs';
import { portBase, root } from './lib/project.mjs';
import { endCommands } from './lib/run.mjs';
import { startStack } from './lib/stack.mjs';
import { table } from './lib/table.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program } from './lib/trouble.mjs';

// what it and all that it starts write is for the owner alone
process.umask(0o077);

/** `npm start`: sets up what is missing, starts everything, keeps it running until Ctrl-C. */
await program(async () => {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  const say = (/** @type {string} */ line) =>
    void process.stderr.write(`[${seconds().padStart(5)} s] ${line}\n`);
  const { signal, asked } = stopOnRequest();
  try {
    // The broker is looked for while packages are built: both may have to be downloaded.
    await Promise.all([ensureToolchain({ say }), process.env.NATS_URL ? undefined : findNatsServer({ say })]);
    if (signal.aborted) return 0;
    const stack = await startStack({
      portBase: portBase(),
      dataDir: process.env.TOWNCRIER_DATA || join(root, '.data'),
      supervise: process.env.TOWNCRIER_SUPERVISE !== '0',
      say,
      signal,
    });
    process.stdout.write(wordsForPeople(stack, seconds()));
    process.stdout.write(`${JSON.stringify(wordsForPrograms(stack))}\n`);
    await asked;
    say('Stopping');
    await stack.stop();
    say('Stopped');
    return 0;
  } catch (error) {
    if (signal.aborted) return 0;
    throw error;
  }
});

/** Ctrl-C, a signal, or an end of whoever started us. `asked` resolves when somebody wants it to stop. */
function stopOnRequest() {
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
  return { signal: stopping.signal, asked };
}

/** @typedef {import('./lib/stack.d.mts').Stack} Stack */

/** @param {Stack} stack @param {string} seconds since the start */
function wordsForPeople(stack, seconds) {
  const near = relative(process.cwd(), stack.credentialsFile);
  const places = table(stack.places.map((place) => [place.label, place.url]));
  return [
    '',
    places,
    '',
    `  Names and passwords: ${near.startsWith('..') ? stack.credentialsFile : near}`,
    '  Codes for the second factor (动态码), to sign in with now: npm run code',
    `  Ready after ${seconds} s. Ctrl-C stops everything.`,
    '\n',
  ].join('\n');
}

/** One line of JSON for whoever started it from a program. @param {Stack} stack */
function wordsForPrograms(stack) {
  const places = Object.fromEntries(stack.places.map((place) => [place.key, place.url]));
  return {
    ready: true,
    urls: { ...places, hub: stack.urls.hub, monitor: stack.urls.monitor, nats: stack.urls.nats },
    data: stack.dataDir,
    credentials: existsSync(stack.credentialsFile) ? stack.credentialsFile : null,
  };
}
