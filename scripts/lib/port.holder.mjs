import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/**
 * Who listens on a port of this machine, e.g. `nats-server (process 4711)`; null where the system does not tell:
 * it is another user's, or there is no /proc.
 * @param {number} port
 * @returns {string | null}
 */
export function holderOf(port) {
  try {
    const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => socketsIn(table, port)));
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holds(name, sockets));
    return pid === undefined ? null : `${commandOf(pid)} (process ${pid})`;
  } catch {
    return null;
  }
}

/** Inodes of those that listen. @param {string} table @param {number} port */
function socketsIn(table, port) {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(ending) && state === listening)
    .map((columns) => `socket:[${columns[9]}]`);
}

/** @param {string} pid @param {ReadonlySet<string>} sockets */
function holds(pid, sockets) {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => sockets.has(linkAt(`${folder}/${fd}`)));
  } catch {
    return false;
  }
}

/** @param {string} path */
function linkAt(path) {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** The program and what it runs, shortened. @param {string} pid */
function commandOf(pid) {
  const [program = '', ...rest] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const name = (/** @type {string} */ path) => path.split('/').slice(-3).join('/');
  const script = rest.find((argument) => /\.(?:[cm]?js|ts)$/.test(argument));
  return script === undefined ? (program.split('/').at(-1) ?? program) : `node ${name(script)}`;
}
