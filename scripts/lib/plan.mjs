import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './project.mjs';

/**
 * @typedef {object} Service
 * @property {string} name folder name, e.g. `channel-weibo`
 * @property {string} folder
 * @property {string} entry what Node runs
 * @property {number} offset its port, counted from the base
 * @property {ChannelBlock} [channel] only for channels
 *
 * @typedef {object} ChannelBlock the `towncrier` block of a channel's package.json; templates know {self},
 * {twin}, {data}
 * @property {number} port
 * @property {Record<string, string>} [environment] what the channel gets in twin mode
 * @property {Record<string, string>} [provides] what every service gets
 * @property {{ label: string, url: string }[]} [places] addresses a person may open
 *
 * @typedef {{ name: string, entry: string, port: number, url: string, data: string, env: Record<string,
 * string> }} Planned
 * @typedef {{ services: Planned[], places: { key: string, label: string, url: string }[], urls:
 * Record<string, string> }} Plan
 */

/** Ports of what is no channel, counted from the base. */
export const offsets = { hub: 0, monitor: 1, nats: 2, twins: 3, twinOfChannel: 20 };
const host = '127.0.0.1';

/** Services by folder: a new channel is found because it is there. @returns {Service[]} */
export function findServices(at = root) {
  const folder = join(at, 'services');
  const core = /** @type {const} */ (['hub', 'monitor', 'twins']);
  return [
    ...core
      .filter((name) => existsSync(join(folder, name, 'package.json')))
      .map((name) => ({
        name,
        folder: join(folder, name),
        entry: join(folder, name, 'dist', 'main.js'),
        offset: offsets[name],
      })),
    ...readdirSync(folder)
      .filter((name) => name.startsWith('channel-') && existsSync(join(folder, name, 'package.json')))
      .sort()
      .map((name) => {
        const channel = /** @type {ChannelBlock} */ (readJson(join(folder, name, 'package.json')).towncrier);
        return {
          name,
          folder: join(folder, name),
          entry: join(folder, name, 'dist', 'src', 'main.js'),
          offset: channel.port,
          channel,
        };
      }),
  ];
}

/**
 * Who runs where, with which environment. Pure.
 * @param {readonly Service[]} services
 * @param {Ground} at
 * @returns {Plan}
 */
export function planOf(services, at) {
  const placed = services.map((service) => placedAt(service, at));
  const common = commonEnvironment(placed, at);
  return {
    services: placed.map((s) => ({
      name: s.name,
      entry: s.entry,
      port: s.port,
      url: s.url,
      data: s.data,
      env: {
        ...common,
        ...twinMode(s.channel, s.words, at.operator),
        PORT: String(s.port),
        PUBLIC_URL: publicUrl(s.name, at.operator) ?? s.url,
        TOWNCRIER_DATA: s.data,
        NATS_URL: at.natsUrlOf(s.name),
        ...keyFile(s, at.data),
      },
    })),
    places: placesOf(placed, at.base),
    urls: Object.fromEntries(
      placed.flatMap((s) => [
        [s.name, s.url],
        ...(s.channel === undefined ? [] : [[s.name.replace('channel-', 'twin-'), s.words.twin]]),
      ]),
    ),
  };
}

/**
 * @typedef {object} Ground what a plan stands on
 * @property {number} base the first port
 * @property {string} data
 * @property {(service: string) => string} natsUrlOf where a service finds the broker, in its own name
 * @property {string} monitorToken
 * @property {NodeJS.ProcessEnv} operator what the person who starts it has set; it wins
 *
 * @typedef {Service & { port: number, url: string, data: string, words: { self: string, twin: string, data:
 * string } }} Placed
 */

/**
 * Keys to the secrets of a channel's targets, and of the hub, stand beside the data folder, not in it.
 * @param {Service} service @param {string} data @returns {Record<string, string>}
 */
function keyFile({ channel, name }, data) {
  if (name === 'hub') return { HUB_KEY_FILE: join(data, 'keys', 'hub.key') };
  return channel === undefined ? {} : { TARGET_KEY_FILE: join(data, 'keys', `${name}.key`) };
}

/** @param {Service} service @param {Ground} at @returns {Placed} */
function placedAt(service, at) {
  const port = at.base + service.offset;
  const url = `http://${host}:${port}`;
  const data = join(at.data, service.name);
  const twin = `http://${host}:${port + offsets.twinOfChannel}`;
  return { ...service, port, url, data, words: { self: url, twin, data } };
}

/** What every service gets. @param {readonly Placed[]} placed @param {Ground} at */
function commonEnvironment(placed, at) {
  const provided = Object.assign({}, ...placed.map((s) => resolveAll(s.channel?.provides ?? {}, s.words)));
  return {
    HOST: host,
    MONITOR_TOKEN: at.monitorToken,
    RELEASE_KEYS_FILE: at.operator.RELEASE_KEYS_FILE || join(at.data, 'keys', 'release-keys.json'),
    MONITOR_URL: `http://${host}:${at.base + offsets.monitor}`,
    ...provided,
    ...said(at.operator, Object.keys(provided)),
    TOWNCRIER_PORT_BASE: String(at.base),
    TOWNCRIER_SYSTEM: at.data,
    NODE_ENV: 'production',
  };
}

/** Addresses for people: the console first, the wall of the twins last. @param {readonly Placed[]} placed @param {number} base */
function placesOf(placed, base) {
  const runs = (/** @type {string} */ name) => placed.some((s) => s.name === name);
  const place = (/** @type {string} */ key, /** @type {string} */ label, /** @type {number} */ offset) => ({
    key,
    label,
    url: `http://${host}:${base + offset}/`,
  });
  return [
    ...(runs('hub') ? [place('console', '控制台 console', offsets.hub)] : []),
    ...placed.flatMap((s) =>
      (s.channel?.places ?? []).map(({ label, url }, i) => ({
        key: s.name.replace('channel-', '') + (i === 0 ? '' : `-${i + 1}`),
        label,
        url: resolve(url, s.words),
      })),
    ),
    ...(runs('twins') ? [place('wall', "仿真墙 twins' wall", offsets.twins)] : []),
  ];
}

/**
 * What a channel gets so that it talks to its twin. As soon as the operator has set one of the far end's own
 * variables, none of the twin's is given:
 * a real credential must never be sent to a twin, nor a twin's to the platform. Places on this machine are
 * given in any case.
 * @param {ChannelBlock | undefined} channel @param {Record<string, string>} words @param {NodeJS.ProcessEnv}
 * operator
 */
function twinMode(channel, words, operator) {
  const environment = Object.entries(channel?.environment ?? {});
  const isPlace = (/** @type {string} */ template) =>
    /\{(data|self)\}/.test(template) && !template.includes('{twin}');
  const set = said(
    operator,
    environment.map(([key]) => key),
  );
  const live = environment.some(([key, template]) => !isPlace(template) && set[key] !== undefined);
  const given = Object.fromEntries(environment.filter(([, template]) => isPlace(template) || !live));
  return { ...resolveAll(given, words), ...set };
}

/**
 * Behind a proxy each service has an address of its own, e.g. PUBLIC_URL_CHANNEL_BOARD.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} operator
 */
const publicUrl = (name, operator) => operator[`PUBLIC_URL_${name.replaceAll('-', '_').toUpperCase()}`];

/** @param {NodeJS.ProcessEnv} operator @param {readonly string[]} keys @returns {Record<string, string>} */
function said(operator, keys) {
  return Object.fromEntries(
    keys.flatMap((key) => (operator[key] ? [[key, /** @type {string} */ (operator[key])]] : [])),
  );
}

/** @param {string} template @param {Record<string, string>} words */
const resolve = (template, words) => template.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
/** @param {Record<string, string>} templates @param {Record<string, string>} words */
const resolveAll = (templates, words) =>
  Object.fromEntries(Object.entries(templates).map(([key, template]) => [key, resolve(template, words)]));

/**
 * Every port the plan needs, with the name a person knows.
 * @param {Plan} plan
 * @param {readonly Service[]} services
 * @param {number} base
 * @param {boolean} withBroker
 */
export function portsOf(plan, services, base, withBroker) {
  const twins = services.some((s) => s.name === 'twins')
    ? services
        .filter((s) => s.channel !== undefined)
        .map((s) => ({ name: `twin of ${s.name}`, port: base + s.offset + offsets.twinOfChannel }))
    : [];
  return [
    ...plan.services.map(({ name, port }) => ({ name, port })),
    ...(withBroker ? [{ name: 'message broker', port: base + offsets.nats }] : []),
    ...twins,
  ].sort((a, b) => a.port - b.port);
}
