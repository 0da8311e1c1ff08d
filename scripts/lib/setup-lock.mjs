import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble, wordsOf } from './trouble.mjs';

/**
 * Two commands started at once must not install into the same folder: the second waits for the first.
 * @template T @param {string} at @param {(line: string) => void} say @param {() => Promise<T>} work
 */
export async function withSetupLock(at, say, work) {
  const file = join(at, '.cache', 'setup.lock');
  const until = Date.now() + 600_000;
  let told = false;
  for (;;) {
    const holder = take(file, at);
    if (holder === null) break;
    if (!told) say(`Another command (process ${holder}) is setting things up; waiting for it`);
    told = true;
    if (Date.now() > until)
      throw new Trouble(
        `Process ${holder} has been setting things up for ten minutes; end it and try again.`,
      );
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} at
 * @returns {number | null} null when the lock is ours, otherwise who has it
 */
function take(file, at) {
  try {
    mkdirSync(join(at, '.cache'), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return null;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST')
      throw new Trouble(
        `The project folder ${at} cannot be written (${wordsOf(error)}); make it writable for you, or clone the project to a folder that is.`,
      );
  }
  const holder = Number(readFileSync(file, 'utf8') || process.pid);
  if (alive(holder)) return holder;
  rmSync(file, { force: true });
  return take(file, at);
}

/** @param {number} pid */
export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
