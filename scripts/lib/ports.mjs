import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { holderOf } from './port.holder.mjs';
import { Trouble } from './trouble.mjs';

/** @param {number} port @param {string} [host] */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port nobody listens on right now. @returns {Promise<number>} */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * A base whose fifty following ports are free, for a system beside others. Below 32,768, where no system
 * hands out ports for outgoing connections:
 * a port that is free now would otherwise be taken by the time a service listens.
 * @returns {Promise<number>}
 */
export async function freePortBase() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const base = 20_000 + randomInt(0, 240) * 50;
    const free = await Promise.all(Array.from({ length: 51 }, (_, i) => isFree(base + i)));
    if (free.every(Boolean)) return base;
  }
  throw new Trouble('No fifty ports in a row are free from 20000 to 32000; end what uses them.');
}

/**
 * Throws one sentence that names every busy port, who holds it, and numbers that are free.
 * @param {readonly { name: string, port: number }[]} wanted
 */
export async function assertPortsFree(wanted) {
  const busy = [];
  for (const one of wanted) if (!(await isFree(one.port))) busy.push(one);
  if (busy.length === 0) return;
  const named = busy.map(({ name, port }) => {
    const holder = holderOf(port);
    return `${port} (${name}${holder === null ? '' : `, held by ${holder}`})`;
  });
  const [what, them] = busy.length === 1 ? ['Port', 'it'] : ['Ports', 'them'];
  const base = await freePortBase();
  throw new Trouble(
    `${what} ${named.join(', ')} ${busy.length === 1 ? 'is' : 'are'} in use; end what uses ${them}, or start with TOWNCRIER_PORT_BASE=${base}, from which all are free.`,
  );
}

/**
 * Does something accept connections there?
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function accepts(host, port, timeoutMs = 1000) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
