import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** How long (s) those who are left behind may take to end by themselves. */
const patience = 4;
const shell = '/bin/sh';

/**
 * Every line says who is there now. When no more can come, whoever wrote them is gone, however it went: then
 * those of the last line are asked to end, and made to.
 */
const script = `
while read -r line; do pids=$line; done
for pid in $pids; do kill -s TERM -- "-$pid" 2>/dev/null; done
[ -z "$pids" ] || sleep ${patience}
for pid in $pids; do kill -s KILL -- "-$pid" 2>/dev/null; done
exit 0
`;

/**
 * Ends the process groups that we lead when we are gone, also when we are killed without a word: nothing that
 * was started outlives us. It is a shell that waits for the end of a pipe; where there is none (Windows) nobody
 * watches.
 */
class Warden {
  /** @type {import('node:child_process').ChildProcess | null} */
  #shell = null;
  /** @type {Set<number>} */
  #leaders = new Set();

  /** @param {number} pid of the leader of a group */
  watch(pid) {
    this.#leaders.add(pid);
    this.#say();
  }

  /** It has ended: its number may be somebody else's. @param {number} pid */
  forget(pid) {
    this.#leaders.delete(pid);
    this.#say();
  }

  #say() {
    if (!existsSync(shell)) return;
    this.#shell ??= this.#begin();
    this.#shell.stdin?.write(`${[...this.#leaders].join(' ')}\n`);
  }

  #begin() {
    const child = spawn(shell, ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    child.once('exit', () => (this.#shell = null));
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    child.unref();
    /** @type {import('node:net').Socket} */ (child.stdin).unref();
    return child;
  }
}

export const warden = new Warden();
