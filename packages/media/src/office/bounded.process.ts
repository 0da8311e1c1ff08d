import { spawn } from 'node:child_process';
import { childEnvironment } from '@towncrier/settings';

/** How a foreign program ended: it is not there, it did its work, it failed, or it had to be ended. */
export type Ending = 'absent' | 'done' | 'failed' | 'ended';

/**
 * Runs a program to its end, without input, without what we know, and with nothing left running: whatever it
 * started ends with it.
 * @param within milliseconds
 */
export function runBounded(program: string, args: readonly string[], within: number): Promise<Ending> {
  return new Promise((resolve) => {
    // a group of its own, so that it can be ended with its children
    const child = spawn(program, args, { detached: true, stdio: 'ignore', env: childEnvironment() });
    const { pid } = child;
    let ended = false;
    const timer = setTimeout(() => {
      ended = true;
      endGroup(pid);
    }, within);
    child.on('error', () => {
      clearTimeout(timer);
      resolve('absent');
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      endGroup(pid);
      resolve(ended ? 'ended' : code === 0 ? 'done' : 'failed');
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody of the group is left
  }
}
