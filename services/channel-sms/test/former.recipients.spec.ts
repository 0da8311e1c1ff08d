import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noTargets, type TargetReader } from '@towncrier/channel-kit';
import { registerOf } from '@towncrier/channel-testkit';
import type { Target } from '@towncrier/contracts';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { formerRecipients } from '../src/former.recipients.ts';
import { Recipients } from '../src/recipients.ts';
import { settings } from '../src/settings.ts';

const at = (SMS_API_URL: string) => settings.parse({ ...pkg.towncrier.environment, SMS_API_URL });
const [twin, live] = [at('http://127.0.0.1:9'), at('https://dysmsapi.aliyuncs.com')];
/** Invented: the 199 9990 block. */
const number = (n: number): string => `1999990${String(n).padStart(4, '0')}`;

describe('numbers of the time before the register', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-recipients-'));
    store = await openSqliteStore(folder);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const kept = async (...numbers: readonly (readonly [string, boolean])[]): Promise<void> => {
    const collection = await store.collection(formerRecipients);
    for (const [_id, active] of numbers) await collection.insert({ _id, active });
  };
  const register = (chosen = live): Promise<TargetReader> =>
    registerOf(channel, { settings: chosen, store, folder });
  const active = async (targets: TargetReader): Promise<readonly Target[]> => {
    const all: Target[] = [];
    for await (const target of targets.active('recipient')) all.push(target);
    return all;
  };
  const phones = async (targets: TargetReader): Promise<readonly (string | null)[]> =>
    Promise.all((await active(targets)).map(({ id }) => targets.secret(id, 'phone')));

  it('are taken over, each once, whatever the number of starts, and stand nowhere to be read', async () => {
    await kept([number(5001), true], [number(5002), true]);
    const first = await register();
    expect(await phones(first)).toEqual([number(5001), number(5002)]);
    expect(await phones(await register())).toEqual([number(5001), number(5002)]);
    expect(JSON.stringify(await active(first))).not.toContain('1999990');
    expect(await (await store.collection(formerRecipients)).count({})).toBe(2);
  });

  it('of those who wanted no more messages rest', async () => {
    await kept([number(5001), true], [number(5002), false]);
    const targets = await register();
    expect(await phones(targets)).toEqual([number(5001)]);
    expect((await targets.get('former-00002'))?.state).toMatchObject({ is: 'paused' });
  });

  it('of the demonstration get their places; nobody is invented beside real ones', async () => {
    const [one] = demonstration;
    await kept([one?.secrets.phone ?? '', true], [number(5002), true]);
    const targets = await active(await register(twin));
    expect(targets.map(({ id, area }) => [id, area])).toEqual([
      ['former-00002', '532502000000'],
      [one?.id, one?.area],
    ]);
  });

  it('are taken over to the last one, however many pages they take', async () => {
    await kept(...Array.from({ length: 2050 }, (_, n) => [number(n + 5001), true] as const));
    expect(await active(await register())).toHaveLength(2050);
  });

  it('leave a register that began without them as it is', async () => {
    expect(await active(await register(live))).toEqual([]);
    await kept([number(5001), true]);
    expect(await active(await register(live))).toEqual([]);
  });

  it('in batches of that time are the same people, as long as the number is theirs', async () => {
    await kept([number(5001), true]);
    const targets = await register();
    const recipients = new Recipients(targets, new Map([[number(5001), 'former-00001']]));
    const idsBy = async (by: Recipients): Promise<readonly string[]> =>
      (await by.sorted([number(5001), 'former-00001'])).reachable.map(({ id }) => id);
    expect(await idsBy(recipients)).toEqual(['former-00001']);
    const moved = (id: string): Promise<string | null> =>
      Promise.resolve(id === 'former-00001' ? number(5009) : null);
    const elsewhere = new Recipients(
      { ...noTargets, secret: moved },
      new Map([[number(5001), 'former-00001']]),
    );
    expect(await idsBy(elsewhere)).toEqual([number(5001), 'former-00001']);
  });
});
