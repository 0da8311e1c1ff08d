import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressFor, authorizationOf, brokerUsers, steward } from './broker-users.mjs';
import { openDataFolder } from './data-folder.mjs';
import { ManagedProcess } from './managed-process.mjs';
import { natsProcess } from './nats-process.mjs';
import { findNatsServer } from './nats-server.mjs';
import { findServices, offsets, planOf, portsOf } from './plan.mjs';
import { accepts, assertPortsFree } from './ports.mjs';
import { nodeBinary, root } from './project.mjs';
import { Trouble, wordsOf } from './trouble.mjs';

export { freePortBase } from './ports.mjs';

/**
 * Few of our objects live long: a young generation of 4 MiB instead of 16 costs no time we could measure, and
 * spares each process some 30 MiB.
 */
const nodeOptions = ['--enable-source-maps', '--max-semi-space-size=4'];

/** @type {typeof import('./stack.d.mts').startStack} */
export async function startStack(options) {
  const { portBase, dataDir, environment = process.env, at = root, say = () => {}, signal } = options;
  const data = resolve(dataDir);
  const services = builtServices(at);
  const ownBroker = !environment.NATS_URL;
  const natsUrl = environment.NATS_URL || `nats://127.0.0.1:${portBase + offsets.nats}`;
  const folder = await openDataFolder(data, say);
  const { monitorToken } = folder;
  /** @type {Map<string, ManagedProcess>} */
  const processes = new Map();
  const stop = () => stopAll(processes).finally(folder.release);
  try {
    const users = ownBroker ? await usersOf(services, data) : [];
    const natsUrlOf = (/** @type {string} */ name) =>
      addressFor(
        natsUrl,
        users.find((user) => user.name === name),
      );
    const plan = planOf(services, { base: portBase, data, natsUrlOf, monitorToken, operator: environment });
    await assertPortsFree(portsOf(plan, services, portBase, ownBroker));
    if (!ownBroker) await assertReachable(natsUrl);
    const shared = {
      supervise: options.supervise ?? true,
      say,
      env: { ...environment, NODE_COMPILE_CACHE: join(at, '.cache', 'compiled'), TOWNCRIER_SYSTEM: data },
      onChange: () => folder.note(pidsOf(processes)),
    };
    if (ownBroker) {
      const broker = await brokerOf({ at, data, port: portBase + offsets.nats, users, shared });
      processes.set('nats', broker);
      await broker.start(20_000);
      say('nats is ready');
    }
    const started = plan.services.map((planned) => {
      const service = serviceOf(planned, { at, data, shared });
      processes.set(planned.name, service);
      return service;
    });
    const ready = started.map((service) => service.start().then(() => say(`${service.name} is ready`)));
    await untilAborted(signal, Promise.all(ready));
    return {
      urls: { ...plan.urls, nats: natsUrl },
      places: plan.places,
      processes,
      dataDir: data,
      natsUrl: natsUrlOf(steward),
      monitorToken,
      credentialsFile: join(data, 'hub', 'credentials.json'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} at */
function builtServices(at) {
  const services = findServices(at);
  const missing = services.filter((s) => !existsSync(s.entry)).map((s) => s.name);
  if (missing.length > 0) {
    const have = missing.length === 1 ? 'has' : 'have';
    throw new Trouble(`${missing.join(', ')} ${have} not been built; run \`npm run build\`.`);
  }
  return services;
}

/**
 * @typedef {object} Shared what every process of a stack is given
 * @property {boolean} supervise
 * @property {(line: string) => void} say
 * @property {NodeJS.ProcessEnv} env
 * @property {() => void} onChange
 */

const logOf = (/** @type {string} */ data, /** @type {string} */ name) => join(data, 'logs', `${name}.log`);

/** @param {readonly import('./plan.mjs').Service[]} services @param {string} data */
const usersOf = (services, data) =>
  brokerUsers(
    join(data, 'keys', 'broker-users.json'),
    services.map(({ name }) => name),
  );

/**
 * @param {{ at: string, data: string, port: number, shared: Shared,
 *   users: readonly import('./broker-users.mjs').BrokerUser[] }} place
 */
async function brokerOf({ at, data, port, users, shared }) {
  return natsProcess({
    ...shared,
    binary: await findNatsServer({ at, say: shared.say }),
    port,
    authorization: authorizationOf(users),
    folder: join(data, 'nats'),
    log: logOf(data, 'nats'),
  });
}

/**
 * @param {import('./plan.mjs').Planned} planned
 * @param {{ at: string, data: string, shared: Shared }} place
 */
function serviceOf(planned, { at, data, shared }) {
  mkdirSync(planned.data, { recursive: true });
  return new ManagedProcess({
    ...shared,
    name: planned.name,
    command: nodeBinary(at),
    args: [...nodeOptions, planned.entry],
    env: { ...shared.env, ...planned.env },
    cwd: at,
    log: logOf(data, planned.name),
    isReady: () => isReady(planned.url),
  });
}

/** Who runs at this moment. @param {ReadonlyMap<string, ManagedProcess>} processes */
const pidsOf = (processes) =>
  Object.fromEntries([...processes.values()].filter((p) => p.running).map((p) => [p.name, p.pid]));

/**
 * Services first, all at once; the broker when nobody needs it any more.
 * @param {Map<string, ManagedProcess>} processes
 */
async function stopAll(processes) {
  const all = [...processes.values()];
  await Promise.all(all.filter((p) => p.name !== 'nats').map((p) => p.stop()));
  await processes.get('nats')?.stop();
}

/** @template T @param {AbortSignal | undefined} signal @param {Promise<T>} work @returns {Promise<T>} */
async function untilAborted(signal, work) {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  return Promise.race([
    work,
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ]);
}

/** @param {string} url @returns {Promise<true | string>} what keeps it from being ready */
async function isReady(url) {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    const words = await response.text();
    return response.ok || `/health/ready says ${words.slice(0, 300)}`;
  } catch (error) {
    return `/health/ready does not answer: ${wordsOf(error)}`;
  }
}

/** @param {string} natsUrl */
async function assertReachable(natsUrl) {
  const { hostname, port } = new URL(natsUrl.split(',')[0] ?? natsUrl);
  if (!(await accepts(hostname, Number(port || 4222), 3000)))
    throw new Trouble(
      `No broker answers at NATS_URL (${hostname}:${port || 4222}); ` +
        'start it, correct NATS_URL, or unset it to have one started.',
    );
}
