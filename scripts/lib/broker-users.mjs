import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Trouble, wordsOf } from './trouble.mjs';

/** May do everything at the broker: for whoever looks after it by hand, and for tests. */
export const steward = 'steward';

/**
 * @typedef {object} BrokerUser
 * @property {string} name that of its service
 * @property {string} password
 * @property {import('../../contracts/src/broker.rights.ts').BrokerRights | null} rights null: everything
 */

/**
 * A user of the broker for every service that speaks with it. Passwords are made once and kept in `file`, which
 * only its owner may read.
 * @param {string} file
 * @param {readonly string[]} services names of folders; what has nothing to do with the broker gets no user
 * @returns {Promise<readonly BrokerUser[]>}
 */
export async function brokerUsers(file, services) {
  const clients = services.flatMap((service) => clientOf(service) ?? []);
  const { brokerName, brokerRights } = await import('../../contracts/dist/broker.rights.js');
  const passwords = passwordsFor(file, [...clients.map(brokerName), steward]);
  const password = (/** @type {string} */ name) => passwords[name] ?? '';
  return [
    ...clients.map((client) => {
      const name = brokerName(client);
      return { name, password: password(name), rights: brokerRights(client) };
    }),
    { name: steward, password: password(steward), rights: null },
  ];
}

/** @param {string} service @returns {import('../../contracts/src/broker.rights.ts').BrokerClient[] | null} */
function clientOf(service) {
  if (service.startsWith('channel-')) return [{ is: 'channel', id: service.slice('channel-'.length) }];
  return service === 'hub' || service === 'monitor' ? [{ is: service }] : null;
}

/** @param {string} file @param {readonly string[]} names @returns {Record<string, string>} */
function passwordsFor(file, names) {
  const known = readPasswords(file);
  const missing = names.filter((name) => known[name] === undefined);
  if (missing.length === 0) return known;
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(24).toString('base64url')]));
  const all = { ...known, ...made };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}

/** @param {string} file @returns {Record<string, string>} */
function readPasswords(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new Trouble(
      `The passwords at the broker cannot be read from ${file} (${wordsOf(error)}); delete the file, and new ones are made.`,
    );
  }
}

/** The block of the broker's configuration that names them; nobody else is let in. @param {readonly BrokerUser[]} users */
export function authorizationOf(users) {
  const entries = users.map(({ name, password, rights }) => ({
    user: name,
    password,
    ...(rights === null ? {} : { permissions: permissionsOf(rights) }),
  }));
  return `authorization: ${JSON.stringify({ users: entries }, null, 2)}\n`;
}

/** @param {import('../../contracts/src/broker.rights.ts').BrokerRights} rights */
const permissionsOf = ({ publish, subscribe, answers }) => ({
  publish: { allow: publish },
  subscribe: { allow: subscribe },
  // ten minutes: an answer may have to wait for pictures to be drawn
  ...(answers ? { allow_responses: { max: 1, expires: '10m' } } : {}),
});

/** As `NATS_URL` of a service names it. @param {string} url @param {BrokerUser | undefined} user */
export function addressFor(url, user) {
  return user === undefined ? url : url.replace('nats://', `nats://${user.name}:${user.password}@`);
}
