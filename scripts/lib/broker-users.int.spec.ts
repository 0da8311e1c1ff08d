import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  channelDirectory,
  commandSubject,
  deadLetters,
  deadLetterSubject,
  deliveries,
  deliverySubject,
  everything,
  pictureQuestion,
  pictureShelf,
  registerQuestion,
  releases,
  releaseSubject,
  renderQuestion,
} from '../../contracts/src/subjects.ts';
import { authorizationOf, brokerUsers, type BrokerUser } from './broker-users.mjs';
import { ManagedProcess } from './managed-process.mjs';
import { natsProcess } from './nats-process.mjs';
import { findNatsServer } from './nats-server.mjs';
import { freePort } from './ports.mjs';

const services = ['hub', 'monitor', 'twins', 'channel-sms', 'channel-weibo'];

/**
 * Who may say what, written down by hand: a row for every kind of subject that the broker knows. What nobody is
 * named for is for the steward alone.
 */
const mayPublish: Readonly<Record<string, readonly string[]>> = {
  [releaseSubject('normal')]: ['hub'],
  [releaseSubject('urgent')]: ['hub'],
  [commandSubject('sms')]: ['monitor'],
  [commandSubject('weibo')]: ['monitor'],
  [deliverySubject('sms')]: ['channel-sms'],
  [deliverySubject('weibo')]: ['channel-weibo'],
  [deadLetterSubject('hub')]: ['hub'],
  [deadLetterSubject('monitor')]: ['monitor'],
  [deadLetterSubject('channel-sms')]: ['channel-sms'],
  [pictureQuestion]: ['channel-sms', 'channel-weibo'],
  [renderQuestion('sms')]: ['hub'],
  [registerQuestion('sms')]: ['hub'],
  [registerQuestion('weibo')]: ['hub'],
  [releaseSubject('normal').replace('release', 'unknown')]: [],
  [`$KV.${channelDirectory}.sms`]: ['channel-sms'],
  [`$KV.${channelDirectory}.weibo`]: ['channel-weibo'],
  [`$KV.${pictureShelf}.0f`]: ['hub'],
  [`$JS.API.STREAM.INFO.${releases.stream}`]: ['hub', 'monitor', 'channel-sms', 'channel-weibo'],
  [`$JS.API.STREAM.UPDATE.${releases.stream}`]: ['hub'],
  [`$JS.API.STREAM.DELETE.${releases.stream}`]: [],
  [`$JS.API.STREAM.PURGE.${releases.stream}`]: [],
  [`$JS.API.STREAM.MSG.DELETE.${releases.stream}`]: [],
  [`$JS.API.STREAM.MSG.GET.${deliveries.stream}`]: [],
  '$JS.API.STREAM.CREATE.SOMEBODY_ELSES': [],
  [`$JS.API.CONSUMER.MSG.NEXT.${releases.stream}.sms_urgent`]: ['channel-sms'],
  [`$JS.API.CONSUMER.MSG.NEXT.${releases.stream}.monitor_releases`]: ['monitor'],
  [`$JS.API.CONSUMER.MSG.NEXT.${deliveries.stream}.hub_deliveries`]: ['hub'],
  [`$JS.API.CONSUMER.MSG.NEXT.${deadLetters.stream}.monitor_dead_letters`]: ['monitor'],
  [`$JS.API.CONSUMER.DELETE.${releases.stream}.sms_urgent`]: [],
  [`$JS.API.CONSUMER.PAUSE.${releases.stream}.sms_urgent`]: [],
  [`$JS.ACK.${releases.stream}.sms_urgent.1.1.1.1.0`]: ['channel-sms'],
  [`$JS.ACK.${deadLetters.stream}.monitor_dead_letters.1.1.1.1.0`]: ['monitor'],
  '$SYS.REQ.SERVER.PING': [],
};

/** Who may listen to what. */
const maySubscribe: Readonly<Record<string, readonly string[]>> = {
  [releaseSubject('normal').replace('release.v1.normal', '>')]: [],
  [everything(releases)]: [],
  [everything(deliveries)]: [],
  [pictureQuestion]: ['hub'],
  [renderQuestion('sms')]: ['channel-sms'],
  [registerQuestion('sms')]: ['channel-sms'],
  [registerQuestion('weibo')]: ['channel-weibo'],
  '_INBOX.>': [],
  '_INBOX.hub.>': ['hub'],
  '_INBOX.channel-sms.>': ['channel-sms'],
  [`$KV.${pictureShelf}.>`]: [],
};

describe('the users of the broker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-users-'));
  const file = join(folder, 'keys', 'broker-users.json');
  let users: readonly BrokerUser[] = [];
  let port = 0;
  let server: ManagedProcess;

  beforeAll(async () => {
    users = await brokerUsers(file, services);
    port = await freePort();
    server = natsProcess({
      binary: await findNatsServer(),
      port,
      authorization: authorizationOf(users),
      folder: join(folder, 'nats'),
      log: join(folder, 'nats.log'),
      env: process.env,
      supervise: false,
      say: () => undefined,
      onChange: () => undefined,
    });
    await server.start(20_000);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const as = (user: Partial<BrokerUser>): Promise<NatsConnection> =>
    connect({
      servers: `127.0.0.1:${port}`,
      reconnect: false,
      ...(user.name === undefined ? {} : { user: user.name, pass: user.password ?? '' }),
    });

  /** Of these subjects, those that the broker does not refuse to this user. */
  async function allowed(user: BrokerUser, of: object, act: 'publish' | 'subscription'): Promise<string[]> {
    const connection = await as(user);
    const refused = new Set<string>();
    const heard = (async () => {
      for await (const status of connection.status())
        if (status.type === 'error' && status.error instanceof PermissionViolationError)
          refused.add(status.error.subject);
    })();
    for (const subject of Object.keys(of)) {
      if (act === 'publish') connection.publish(subject);
      else connection.subscribe(subject, { callback: () => undefined });
    }
    await connection.flush();
    await connection.close();
    await heard;
    return Object.keys(of).filter((subject) => !refused.has(subject));
  }

  const of = (table: Readonly<Record<string, readonly string[]>>, name: string): string[] =>
    Object.keys(table).filter((subject) => table[subject]?.includes(name));
  const service = (name: string): BrokerUser => {
    const found = users.find((user) => user.name === name);
    if (found === undefined) throw new Error(`no user ${name}`);
    return found;
  };

  it.each(['hub', 'monitor', 'channel-sms', 'channel-weibo'])(
    'let %s say and hear what it must, and nothing else',
    async (name) => {
      expect(await allowed(service(name), mayPublish, 'publish')).toEqual(of(mayPublish, name));
      expect(await allowed(service(name), maySubscribe, 'subscription')).toEqual(of(maySubscribe, name));
    },
  );

  it('let the steward do everything, and nobody else in', async () => {
    const all = Object.keys(mayPublish).filter((subject) => !subject.startsWith('$SYS'));
    expect(await allowed(service('steward'), mayPublish, 'publish')).toEqual(expect.arrayContaining(all));
    await expect(as({})).rejects.toThrow(/[Aa]uthorization/);
    await expect(as({ name: 'hub', password: 'guessed' })).rejects.toThrow(/[Aa]uthorization/);
    expect(users.map(({ name }) => name)).not.toContain('twins');
  });

  it('keep their passwords over a restart, in a file for the owner alone', async () => {
    expect(await brokerUsers(file, services)).toEqual(users);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'nats', 'nats.conf')).mode & 0o777).toBe(0o600);
    expect(new Set(users.map(({ password }) => password)).size).toBe(users.length);
  });

  it('are joined by one for a channel that is new, and keep the others', async () => {
    const more = await brokerUsers(file, [...services, 'channel-radio']);
    expect(more.map(({ name }) => name)).toContain('channel-radio');
    expect(more.find(({ name }) => name === 'hub')).toEqual(service('hub'));
  });
});
