import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson } from './project.mjs';
import { alive } from './setup-lock.mjs';
import { Trouble, wordsOf } from './trouble.mjs';

/**
 * @typedef {object} DataFolder
 * @property {string} path
 * @property {string} monitorToken shared by hub and monitor, made once per folder
 * @property {(pids: Record<string, number>) => void} note remembers which processes work on the folder
 * @property {() => void} release
 */

/**
 * Takes the data folder of one running system for this process. Processes that an earlier launcher left
 * behind when it was killed are ended first.
 * @param {string} path
 * @param {(line: string) => void} say
 * @returns {Promise<DataFolder>}
 */
export async function openDataFolder(path, say) {
  try {
    makeFolder(join(path, 'logs'));
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new Trouble(
      `The data folder ${path} cannot be written (${wordsOf(error)}); make it writable for you, or set TOWNCRIER_DATA to a folder that is.`,
    );
  }
  const file = join(path, 'running.json');
  const running = runningOn(path);
  if (running !== null) {
    throw new Trouble(
      `Another instance (process ${running}) is running on the data folder ${path}; stop it, or set TOWNCRIER_DATA and TOWNCRIER_PORT_BASE for a second one.`,
    );
  }
  const before = readRunning(file);
  if (before !== null) await endLeftBehind(before.processes ?? {}, path, say);
  const write = (/** @type {Record<string, number>} */ processes) =>
    writeFileSync(
      file,
      `${JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid), processes })}\n`,
      { mode: 0o600 },
    );
  write({});
  return {
    path,
    monitorToken: monitorToken(path),
    note: write,
    release: () => rmSync(file, { force: true }),
  };
}

/**
 * The process whose system runs on the folder; null for none. Changes nothing.
 * @param {string} path
 */
export function runningOn(path) {
  const said = readRunning(join(path, 'running.json'));
  return said !== null && alive(said.pid) && startedAt(said.pid) === said.startedAt ? said.pid : null;
}

/**
 * Step by step: asked for all of them at once, Node never comes back from a file system that makes no
 * folders, such as /proc.
 * @param {string} path
 */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** @param {string} file */
function readRunning(file) {
  try {
    return /** @type {{ pid: number, startedAt: string, processes?: Record<string, number> }} */ (
      readJson(file)
    );
  } catch {
    return null;
  }
}

/**
 * Tells two processes with the same number apart; empty where the system does not say.
 * @param {number} pid
 */
function startedAt(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** @param {Record<string, number>} processes @param {string} path @param {(line: string) => void} say */
async function endLeftBehind(processes, path, say) {
  const left = Object.entries(processes).filter(([, pid]) => alive(pid) && worksOn(pid, path));
  if (left.length === 0) return;
  say(
    `Ending ${left.length} processes an earlier start left behind: ${left.map(([name]) => name).join(', ')}`,
  );
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    for (const [, pid] of left) if (alive(pid)) process.kill(pid, signal);
    for (let i = 0; i < 50 && left.some(([, pid]) => alive(pid)); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * A process number may have been given to somebody else since: only one whose environment names this folder
 * is ours.
 * @param {number} pid
 * @param {string} path
 */
function worksOn(pid, path) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TOWNCRIER_SYSTEM=${path}\0`);
  } catch {
    return false;
  }
}

/** @param {string} path */
function monitorToken(path) {
  const file = join(path, 'monitor-token');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const token = randomBytes(24).toString('base64url');
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
    return token;
  }
}
