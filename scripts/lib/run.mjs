import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const underWay = new Set();

/** Ends every command under way, because we are told to stop. */
export function endCommands() {
  for (const child of underWay) child.kill('SIGTERM');
}

/**
 * Runs a command to its end and keeps what it said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show`: its output goes to
 * ours as well
 * @returns {Promise<{ code: number, output: string }>} code 127 when the command is not there
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    underWay.add(child);
    const keep = (/** @type {Buffer} */ chunk, /** @type {NodeJS.WriteStream} */ to) => {
      output += chunk.toString();
      if (options.show) to.write(chunk);
    };
    child.stdout.on('data', (chunk) => keep(chunk, process.stdout));
    child.stderr.on('data', (chunk) => keep(chunk, process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => {
      underWay.delete(child);
      resolve({ code: code ?? (signal === null ? 1 : 128), output });
    });
  });
}

/** The last lines that say something. @param {string} output */
export const lastLines = (output, count = 15) =>
  output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
