import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepSmall } from './log-rotation.mjs';
import { lastLines } from './run.mjs';
import { Trouble } from './trouble.mjs';
import { warden } from './warden.mjs';

const backoffMs = [200, 500, 1000, 2000, 5000, 10_000];
/** What it writes is for its owner alone; the shell gives its place to it, and is gone. */
const forTheOwner = 'umask 077; exec "$@"';
/** A process that ran this long before it ended begins its waits anew. */
const steadyMs = 30_000;

/**
 * One process of a running system, its log kept in a file. It leads its own process group, so that Ctrl-C in
 * a terminal reaches only the launcher, which stops things in order.
 */
export class ManagedProcess {
  /** @type {import('node:child_process').ChildProcess | null} */
  #child = null;
  #attempt = 0;
  #startedAt = 0;
  #wanted = false;
  #dying = false;
  /** @type {Promise<void>} */
  #ended = Promise.resolve();

  /**
   * @param {{ name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string,
   * log: string, isReady: () => Promise<true | string>, prepare?: () => void, supervise: boolean, say: (line:
   * string) => void, onChange: () => void }} how
   */
  constructor(how) {
    this.how = how;
    this.name = how.name;
    this.log = how.log;
    /**
     * Becomes true once it was ready for the first time: from then on an end is an accident, before it a
     * failure.
     */
    this.settled = false;
  }

  get pid() {
    return this.#child?.pid ?? 0;
  }

  get running() {
    return this.#child !== null;
  }

  /**
   * Starts it where it does not run, and waits until it is ready.
   * @param {number} [timeoutMs]
   * @param {NodeJS.ProcessEnv} [more] environment for this one run
   */
  async start(timeoutMs = 60_000, more = {}) {
    this.#wanted = true;
    if (this.#dying) await this.#ended;
    if (!this.running) this.#spawn(more);
    await this.ready(timeoutMs);
  }

  /** @param {NodeJS.Signals} [signal] */
  kill(signal = 'SIGKILL') {
    if (this.running && !['SIGSTOP', 'SIGCONT', 'SIGHUP'].includes(signal)) this.#dying = true;
    this.#child?.kill(signal);
  }

  /** Ends it for good: asks, then insists. */
  async stop(patienceMs = 8000) {
    this.#wanted = false;
    if (!this.running) return;
    this.#child?.kill('SIGTERM');
    const insist = setTimeout(() => this.#child?.kill('SIGKILL'), patienceMs);
    await this.#ended;
    clearTimeout(insist);
  }

  /** Resolves once it is gone. */
  ended() {
    return this.#ended;
  }

  async ready(timeoutMs = 60_000) {
    const until = Date.now() + timeoutMs;
    /** @type {true | string} what it says of itself instead of being ready */
    let state = 'not asked yet';
    while (this.#dying || !this.running || (state = await this.how.isReady()) !== true) {
      if (!this.#wanted) throw new Trouble(`${this.name} was stopped while starting.`);
      if (!this.running && (!this.how.supervise || !this.settled))
        throw new Trouble(
          `${this.name} ended while starting; its log ${this.log} says:\n${this.lastWords()}`,
        );
      if (Date.now() > until)
        throw new Trouble(
          `${this.name} was not ready after ${Math.round(timeoutMs / 1000)} s (${state}); its log ${this.log} says:\n${this.lastWords()}`,
        );
      await sleep(100);
    }
    this.settled = true;
  }

  lastWords() {
    if (!existsSync(this.log)) return '(nothing)';
    const withoutFrames = readFileSync(this.log, 'utf8')
      .split('\n')
      .filter((line) => !/^\s+at /.test(line))
      .join('\n');
    return lastLines(withoutFrames, 8) || '(nothing)';
  }

  /** @param {NodeJS.ProcessEnv} [more] */
  #spawn(more = {}) {
    const { command, args, env, cwd, log } = this.how;
    this.how.prepare?.();
    const file = openSync(log, 'a', 0o600);
    const child = spawn('/bin/sh', ['-c', forTheOwner, 'sh', command, ...args], {
      cwd,
      env: { ...env, ...more },
      stdio: ['ignore', file, file],
      detached: true,
    });
    closeSync(file);
    const { pid } = child;
    if (pid !== undefined) warden.watch(pid);
    const leaveLog = keepSmall(log);
    this.#child = child;
    this.#dying = false;
    this.#startedAt = Date.now();
    this.#ended = new Promise((resolve) => {
      const gone = (/** @type {string} */ how) => {
        if (pid !== undefined) warden.forget(pid);
        leaveLog();
        if (this.#child !== child) return;
        this.#child = null;
        this.#dying = false;
        resolve();
        this.how.onChange();
        if (this.#wanted && this.how.supervise && this.settled) void this.#again(how);
      };
      child.once('error', (error) => gone(error.message));
      child.once('exit', (code, signal) => gone(signal === null ? `exit code ${code}` : String(signal)));
    });
    this.how.onChange();
  }

  /** @param {string} how */
  async #again(how) {
    if (Date.now() - this.#startedAt > steadyMs) this.#attempt = 0;
    const wait = backoffMs[Math.min(this.#attempt, backoffMs.length - 1)] ?? 0;
    this.#attempt += 1;
    this.how.say(`${this.name} ended (${how}); starting it again in ${wait} ms (log: ${this.log})`);
    await sleep(wait);
    if (this.#wanted && !this.running) this.#spawn();
  }
}
