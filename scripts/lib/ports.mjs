import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
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
 * Throws one sentence that names every busy port.
 * @param {readonly { name: string, port: number }[]} wanted
 */
export async function assertPortsFree(wanted) {
  const busy = [];
  for (const one of wanted) if (!(await isFree(one.port))) busy.push(one);
  if (busy.length === 0) return;
  const [first] = busy;
  const named =
    busy.length === 1 && first !== undefined
      ? `Port ${first.port} (${first.name}) is in use`
      : `Ports ${busy.map((b) => `${b.port} (${b.name})`).join(', ')} are in use`;
  throw new Trouble(
    `${named}; end what uses ${busy.length === 1 ? 'it' : 'them'}, or set TOWNCRIER_PORT_BASE to another number, e.g. TOWNCRIER_PORT_BASE=9700.`,
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
