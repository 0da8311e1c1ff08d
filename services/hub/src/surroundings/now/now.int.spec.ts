import type { MatrixRow, Stats } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMonitor, refused } from '../../testing/fake.monitor.ts';
import { FakeRegister, screenKinds, screenTarget } from '../../testing/fake.register.ts';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import type { NowView } from './now.view.ts';

const at = '2026-11-23T01:00:00.000Z';
const figures = {
  accepted: 0,
  waiting: 0,
  unknown: 0,
  confirmed: 0,
  failed: 1,
  share: 0,
  p50: null,
  p95: null,
};
const owed = { backlog: 0, stuck: 0, oldest: null, confirmedAt: null };
const stats: Stats = {
  ...{ span: '24h', at, bucketMs: 3_600_000 },
  channels: [
    {
      channel: 'sms',
      ...figures,
      ...owed,
      series: [],
      targets: [{ target: '开远水务', ...figures, ...owed }],
    },
  ],
};
const row: MatrixRow = {
  ...{ publication: '7K3QZP4M', edition: 1, title: '停水通知', number: null, owner: null, lane: 'normal' },
  ...{ releasedAt: at, hand: true },
  cells: [
    {
      ...{ channel: 'sms', delivery: '7K3QZP4M:1:sms:publish', operation: 'publish', removes: false },
      ...{ state: 'failed', words: '签名未报备', hand: true, retryable: true },
      cause: { key: '2c26b46b68ff', words: '签名未报备' },
    },
  ],
};

let lab: HubLab;
let monitor: FakeMonitor;
let editor: HubClient;
beforeEach(async () => {
  monitor = await FakeMonitor.open();
  lab = await HubLab.open({ MONITOR_URL: monitor.url });
  monitor
    .on('GET', '/v1/stats', stats)
    .on('GET', '/v1/stats/moved', { items: [] })
    .on('GET', '/v1/dead-letters/groups', { items: [] })
    .on('GET', '/v1/matrix', { items: [] });
  editor = await lab.signedIn('editor');
});
afterEach(async () => {
  await lab.close();
  await monitor.close();
});
const now = async (): Promise<NowView> => {
  // whoever asks within a second gets the same answer
  lab.pass(2000);
  return (await editor.get<NowView>('/api/v1/now')).body;
};

describe('what is in operation now', () => {
  it('calls for nobody while all goes by itself', async () => {
    expect(await now()).toMatchObject({
      ledger: true,
      alarms: [],
      tiles: [
        { channel: 'sms', light: 'good' },
        { channel: 'website', light: 'idle' },
      ],
    });
  });

  it('calls for whoever must act, by cause, and no longer once it is done', async () => {
    monitor.on('GET', '/v1/matrix', { items: [row] });
    const { alarms, tiles } = await now();
    expect(alarms).toMatchObject([
      {
        ...{ key: 'cause:2c26b46b68ff', channels: ['sms'], count: 1, owner: '渠道运维' },
        at: { page: 'deliveries', search: { hand: 'yes', cause: '2c26b46b68ff' } },
      },
    ]);
    expect(tiles).toMatchObject([
      { channel: 'sms', light: 'act' },
      { channel: 'website', light: 'idle' },
    ]);

    monitor.on('GET', '/v1/matrix', { items: [] });
    expect((await now()).alarms).toEqual([]);
  });

  it('says that the ledger is away rather than that all is well', async () => {
    monitor.on('GET', '/v1/stats', refused(503, ''));
    expect(await now()).toMatchObject({
      ledger: false,
      alarms: [{ key: 'ledger' }],
      tiles: [{ light: 'unknown' }, { light: 'unknown' }],
    });
  });

  it('tells a channel that is started anew from one that stays away', async () => {
    await now();
    lab.broker.fallAway('sms');
    expect((await now()).tiles[0]).toMatchObject({ channel: 'sms', light: 'watch' });
    lab.pass(180_000);
    expect(await now()).toMatchObject({
      alarms: [{ key: 'away:sms', owner: '系统运维' }],
      tiles: [{ light: 'act' }, {}],
    });
  });
});

it('accounts are told one by one: what runs out, and how long they have been silent', async () => {
  const facts = {
    type: 'object',
    properties: { tokenUntil: { type: 'string', title: '授权', expires: true } },
  };
  const kinds = screenKinds.map((kind) => ({ ...kind, id: 'account', choice: 'owner' as const, facts }));
  const account = screenTarget({
    ...{ id: 'kyswj', title: '开远水务', kind: 'account', owner: 'kys-shuiwj' },
    facts: { tokenUntil: '2026-11-30' },
  });
  lab.broker.registers.set('sms', new FakeRegister('sms', kinds).has(account));
  const first = await now();
  expect(first.alarms).toMatchObject([{ key: 'expires:授权:sms:kyswj', account: 'kyswj' }]);
  expect(first.tiles[0]?.accounts).toMatchObject([
    { id: 'kyswj', light: 'act', silentDays: 0, expires: [{ what: '授权', on: '2026-11-30' }] },
  ]);

  lab.pass(10 * 86_400_000);
  // a session does not last so long
  editor = await lab.signedIn('editor');
  expect((await now()).alarms.map(({ key, owner }) => [key, owner])).toEqual([
    ['expires:授权:sms:kyswj', '渠道运维'],
    ['silent:sms:kyswj', '开远市水务局'],
  ]);
});
