import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashBytes } from '@towncrier/content';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { loadSettings } from '@towncrier/settings';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../src/led.documents.ts';
import { mountPlayerApi } from '../src/player.routes.ts';
import { PlaylistSigner } from '../src/playlist.signer.ts';
import { ScreenStore } from '../src/screen.store.ts';
import { ScreenTurn } from '../src/screen.turn.ts';
import { settings } from '../src/settings.ts';
import { aRegister } from './register.sample.ts';
import { ScreenBox } from '../twin/screen.box.ts';

const token = 'a-token-of-players';
const png = Buffer.from('not really a picture');
const start = '2026-11-23T02:00:00.000Z';
let now = start;
const facts = { id: 'strip-station', title: '客运站条屏', kind: 'strip' as const, width: 384, height: 64 };
const form = 'strip 384x64/16';
const notice = {
  _id: '7K3QZP4M',
  edition: 1,
  kind: 'notice' as const,
  title: '停水',
  key: '7K3QZP4M:1:led:publish',
  urgent: false,
  hash: 'h',
  from: '2026-11-23T01:00:00.000Z',
  to: '2026-11-30T01:00:00.000Z',
  changedAt: '2026-11-23T01:00:00.000Z',
  of: '7K3QZP4M:1:led:publish',
  also: [],
  forms: [
    {
      form,
      text: '停水',
      pages: [{ sha256: hashBytes(png), ms: 3000, png }],
    },
  ],
};

describe('a player', () => {
  let folder: string;
  let store: Store;
  let screens: ScreenStore;
  let http: FastifyInstance;
  let url: string;
  const sighted: string[] = [];
  let tamper: (body: string) => string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-player-'));
    store = await openSqliteStore(join(folder, 'store'));
    screens = await ScreenStore.open(store);
    http = Fastify();
    tamper = (body) => body;
    sighted.length = 0;
    now = start;
    http.addHook('onSend', (request, _reply, payload, done) =>
      done(null, request.url.includes('playlist') && typeof payload === 'string' ? tamper(payload) : payload),
    );
    mountPlayerApi(http, {
      settings: loadSettings(settings, { LED_PLAYER_TOKEN: token }),
      clock: () => new Date(now),
      screens,
      turn: new ScreenTurn(screens, await aRegister(store, folder)),
      signer: await PlaylistSigner.open(await store.collection(keys)),
      sighted: (key) => sighted.push(key),
    });
    url = await http.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(async () => {
    await http.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const box = (name = 'box', as = token) => new ScreenBox(facts, join(folder, name), url, as);

  it('gets a signed playlist once, and "nothing new" after that', async () => {
    await screens.show(notice);
    const screen = box();
    expect((await screen.poll())?.map((item) => item.notice)).toEqual(['7K3QZP4M']);
    expect(await screen.poll()).toBeNull();
  });

  it('refuses a playlist that somebody changed on the way', async () => {
    await screens.show(notice);
    tamper = (body) => body.replaceAll('停水', '涨价');
    await expect(box().poll()).rejects.toThrow(/signature/);
  });

  it('refuses a playlist signed with another key than the first it saw', async () => {
    await screens.show(notice);
    const screen = box();
    await screen.poll();
    await writeFile(
      join(folder, 'box', 'key.txt'),
      'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
    );
    await screens.show({ ...notice, edition: 2, hash: 'h2' });
    await expect(screen.poll()).rejects.toThrow(/signature/);
  });

  it('refuses a page that is not what the playlist promised', async () => {
    await screens.show({
      ...notice,
      forms: [
        {
          form,
          text: '',
          pages: [{ sha256: 'b'.repeat(64), ms: 1, png }],
        },
      ],
    });
    await expect(box().poll()).rejects.toThrow(/promised/);
  });

  it('gets a page while an entry in force names it, and no longer', async () => {
    const page = async (bytes: Buffer): Promise<number> =>
      (await fetch(`${url}/player/v1/pages/${hashBytes(bytes)}.png`)).status;
    const [corrected, ended] = [Buffer.from('of the correction'), Buffer.from('of the withdrawal')];
    const showing = (bytes: Buffer) => ({
      forms: [{ form, text: '', pages: [{ sha256: hashBytes(bytes), ms: 1, png: bytes }] }],
    });
    await screens.show(notice);
    expect(await page(png)).toBe(200);
    await screens.show({ ...notice, ...showing(corrected), edition: 2, hash: 'h2' });
    expect([await page(png), await page(corrected)]).toEqual([404, 200]);

    await screens.show({ ...notice, _id: '00000001' });
    expect(await page(png)).toBe(200);
    const withdrawal = {
      kind: 'withdrawal' as const,
      edition: 2,
      hash: 'h3',
      to: '2026-11-23T02:10:00.000Z',
    };
    await screens.show({ ...notice, ...showing(ended), ...withdrawal });
    expect([await page(png), await page(corrected), await page(ended)]).toEqual([200, 404, 200]);
    now = '2026-11-23T02:10:00.000Z';
    expect([await page(png), await page(ended)]).toEqual([200, 404]);
    now = notice.to;
    expect(await page(png)).toBe(404);
  });

  it('goes on showing what it has while the service is away, until its time is over', async () => {
    await screens.show(notice);
    const screen = box();
    await screen.poll();
    await http.close();
    await expect(screen.poll()).rejects.toThrow();
    expect(screen.due('2026-11-29T00:00:00.000Z')).toHaveLength(1);
    expect(screen.due('2026-11-30T01:00:00.000Z')).toEqual([]);
  });

  it('is believed only with the token of the players', async () => {
    await screens.show(notice);
    const stranger = box('stranger', 'a-token-of-nobody');
    for (const item of (await stranger.poll()) ?? []) stranger.shown(item, now);
    await expect(stranger.flush(new Date(now))).rejects.toThrow(/401/);
    expect([...(await screens.acknowledged('7K3QZP4M'))]).toEqual([]);
  });

  it('acknowledges what it verified, and a report sent twice counts once', async () => {
    await screens.show(notice);
    const report = {
      screen: facts.id,
      plays: [
        {
          uuid: '7f1b3d0e-6f43-4d1a-9d51-6d2f8f5a0b11',
          notice: '7K3QZP4M',
          edition: 1,
          kind: 'notice',
          pages: [hashBytes(png)],
          start: now,
          ms: 3000,
        },
      ],
    };
    const send = async () =>
      (
        await fetch(`${url}/player/v1/plays`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(report),
        })
      ).json();
    expect(await send()).toEqual({ accepted: 1, fresh: 1 });
    expect(await send()).toEqual({ accepted: 1, fresh: 0 });
    expect([...(await screens.acknowledged('7K3QZP4M')).values()]).toMatchObject([
      { screen: facts.id, edition: 1, pages: [hashBytes(png)] },
    ]);
    expect(sighted).toEqual([notice.key, notice.key]);
  });

  it('never gets an earlier edition or the notice again after its withdrawal', async () => {
    await screens.show({ ...notice, edition: 2, hash: 'h2' });
    await screens.show(notice);
    expect(await screens.entry('7K3QZP4M')).toMatchObject({ edition: 2 });
    await screens.show({ ...notice, edition: 2, kind: 'withdrawal', hash: 'w' });
    await screens.show({ ...notice, edition: 2, hash: 'h2' });
    expect(await screens.entry('7K3QZP4M')).toMatchObject({ edition: 2, kind: 'withdrawal' });
  });

  it('hears nothing of a screen that does not exist', async () => {
    expect((await fetch(`${url}/player/v1/playlist?screen=nowhere`)).status).toBe(404);
  });
});
