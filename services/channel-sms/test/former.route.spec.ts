import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegister } from '@towncrier/channel-kit';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { demonstration } from '../src/demonstration.ts';
import { adoptedRoute } from '../src/former.route.ts';
import { settings, type SmsSettings } from '../src/settings.ts';
import { targets } from '../src/sms.targets.ts';

const at = (SMS_API_URL: string): SmsSettings =>
  settings.parse({ ...pkg.towncrier.environment, SMS_API_URL });
const live = at('https://dysmsapi.aliyuncs.com');
const own = {
  SMS_SIGN_NAME: '弥勒市政府',
  SMS_TEMPLATE_CODE: 'SMS_2026112801',
  SMS_TEMPLATE_ENDING: '详见政府网站',
};

describe('the one route of the time before routes were targets', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-route-'));
    store = await openSqliteStore(folder);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A start of this release; `before` of the one that knew recipients only. */
  const start = (of: typeof targets = targets) =>
    openRegister({
      channel: 'sms',
      targets: of,
      settings: live,
      store,
      keyFile: join(folder, 'keys', 'channel-sms.key'),
      now: () => new Date().toISOString(),
    });
  const [recipient] = demonstration.map((target) => ({ ...target, facts: {} }));
  const before: typeof targets = {
    ...targets,
    kinds: targets.kinds.filter(({ id }) => id === 'recipient'),
    seed: () => (recipient === undefined ? [] : [recipient]),
    lacks: () => Promise.resolve([]),
  };
  const idsOf = async (register: Awaited<ReturnType<typeof start>>): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const { id } of register.living()) ids.push(id);
    return ids;
  };

  it('is what its settings said', () => {
    expect(adoptedRoute('live', own)).toMatchObject({
      state: { is: 'active' },
      groups: ['主线路'],
      facts: { signature: '弥勒市政府', template: 'SMS_2026112801', ending: '详见政府网站' },
    });
  });

  it('waits for a person where the real provider was never told of a template', () => {
    const nothingSet = adoptedRoute('live');
    expect(nothingSet).toMatchObject({ state: { is: 'paused' } });
    expect(adoptedRoute('twin')).toMatchObject({ state: { is: 'active' } });
  });

  it('comes into a register that an earlier release filled, once', async () => {
    expect(await idsOf(await start(before))).toEqual(['lingquan-01']);
    expect(await idsOf(await start())).toEqual(['lingquan-01', 'route-main']);
    expect((await (await start()).one('route-main'))?.version).toBe(1);
  });

  it('comes into no register that a county has just begun, nor beside a route of its own', async () => {
    expect(await idsOf(await start())).toEqual([]);
    const register = await start();
    const target = { ...adoptedRoute('live', own), id: 'route-own' };
    expect(await register.write([{ target, secrets: {}, expected: null }], true, '张三')).toMatchObject({
      answer: 'written',
    });
    expect(await idsOf(await start())).toEqual(['route-own']);
  });
});
