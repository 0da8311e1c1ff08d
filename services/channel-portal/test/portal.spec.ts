import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter, Context } from '@towncrier/channel-kit';
import { sampleContent, sampleEdition } from '@towncrier/channel-testkit/testing';
import { freePort, registerOf } from '@towncrier/channel-testkit';
import type { IllustratedEdition } from '@towncrier/contracts';
import { loadSettings } from '@towncrier/settings';
import { openSqliteStore, type Store } from '@towncrier/storage';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sightings } from '../src/cards.ts';
import { channel } from '../src/channel.ts';
import type { PortalRendition } from '../src/portal.rendition.ts';
import { settings, type PortalSettings } from '../src/settings.ts';

const android = { 'user-agent': 'Mozilla/5.0 (Linux; Android 15)' };
const notice = (number: number, title = `第${number}号通知`): IllustratedEdition =>
  sampleEdition({ publication: String(number).padStart(8, '0'), content: { title } });

describe('the login page', () => {
  let folder: string;
  let store: Store;
  let http: FastifyInstance;
  let adapter: Adapter<PortalRendition>;
  let url: string;
  let now = new Date('2026-11-23T02:00:00.000Z');
  let site: PortalSettings;

  const start = async (): Promise<void> => {
    adapter = await channel.adapter({
      settings: site,
      store,
      clock: () => now,
      log: { info: () => undefined, warn: () => undefined },
      publicUrl: url,
      targets: await registerOf(channel, { settings: site, store, folder }),
    });
    http = Fastify({ forceCloseConnections: true });
    await adapter.serve?.(http, { sighted: () => undefined });
    await http.listen({ port: Number(new URL(url).port), host: '127.0.0.1' });
  };
  const stop = async (): Promise<void> => {
    await http.close();
    await adapter.close?.();
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-portal-'));
    store = await openSqliteStore(folder);
    url = `http://127.0.0.1:${await freePort('127.0.0.1')}`;
    site = loadSettings(settings, { PORTAL_URL: url });
    now = new Date('2026-11-23T02:00:00.000Z');
    await start();
  });
  afterEach(async () => {
    await stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const context = (edition: IllustratedEdition, over: Partial<Context> = {}): Context => ({
    idempotencyKey: `${edition.publication}:1:portal:publish`,
    lane: 'normal',
    signal: new AbortController().signal,
    batch: { number: 0, targets: [] },
    previous: null,
    target: null,
    releasedAt: now.toISOString(),
    corrects: edition.corrects,
    startedAt: now.toISOString(),
    ...over,
  });
  const publish = async (edition: IllustratedEdition, over: Partial<Context> = {}): Promise<void> =>
    void (await adapter.publish(await channel.render(edition, site), null, context(edition, over)));
  const look = async (edition: IllustratedEdition) =>
    adapter.observe(
      { idempotencyKey: '', prepared: null, reference: edition.publication, hint: null },
      null,
      context(edition),
    );
  const get = async (path: string): Promise<string> =>
    (await fetch(`${url}${path}`, { headers: android })).text();
  const titles = (page: string): string[] =>
    [...page.matchAll(/<\/b>([^<]*)<\/h2>/g)].map(([, title = '']) => title);
  const beaconOf = (page: string): string => /src="(\/portal\/seen\/[^"]+)"/.exec(page)?.[1] ?? '';
  const counted = async (publication: string): Promise<readonly (readonly [string, string, number])[]> => {
    await look(sampleEdition({ publication }));
    const page = await (await store.collection(sightings)).find({ publication });
    return page.items.map((s) => [s.gateway, s.day, s.count] as const);
  };

  it('needs no script, no other host and less than 40 KB, with everything it can hold', async () => {
    for (let i = 1; i <= 60; i += 1)
      await publish(
        notice(
          i,
          `关于开展2026年度城乡居民基本医疗保险集中征缴第${i}批次有关工作事项的通知告知群众周知请互相转告`,
        ),
        { lane: i % 9 === 0 ? 'urgent' : 'normal' },
      );
    const login = await get('/portal/?gw=library-1');
    expect(Buffer.byteLength(login)).toBeLessThan(40 * 1024);
    expect(login).not.toMatch(/<script|<link rel="stylesheet"|@import|url\(|https?:\/\//);
    expect(titles(login)).toHaveLength(8);
    expect(login).toContain('全部通知（60 条）');
    expect(Buffer.byteLength(await get('/portal/notices?gw=library-1'))).toBeLessThan(40 * 1024);
  });

  it('shows what is urgent first, for three days, then the newest', async () => {
    await publish(notice(1, '森林火险红色预警'), { lane: 'urgent' });
    now = new Date('2026-11-23T03:00:00.000Z');
    await publish(notice(2));
    expect(titles(await get('/portal/'))).toEqual(['森林火险红色预警', '第2号通知']);
    now = new Date('2026-11-27T03:00:00.000Z');
    expect(titles(await get('/portal/'))).toEqual(['第2号通知', '森林火险红色预警']);
  });

  it('names the venue that the gateway stands at, and no venue for an unknown gateway', async () => {
    expect(await get('/portal/?gw=library-1&mac=02:00:00:00:00:01')).toContain('市图书馆');
    for (const strange of ['nobody', '<script>', 'library-1&gw=bus-station-1', '']) {
      const page = await get(`/portal/?gw=${encodeURIComponent(strange)}`);
      expect(page, strange).not.toMatch(/市图书馆|汽车客运站|<script>/);
    }
  });

  it('reads nothing else of the redirect: no mac, no address, no target', async () => {
    await publish(notice(1));
    const page = await get(
      '/portal/?gw=library-1&mac=02:00:5e:10:00:01&url=http://evil.example/&gw_address=10.0.0.1',
    );
    expect(page).not.toMatch(/evil|02:00:5e|10\.0\.0\.1/);
    const onward = await fetch(`${url}/portal/continue`, {
      method: 'POST',
      body: new URLSearchParams({ gw: 'library-1', url: 'http://evil.example/' }),
      redirect: 'manual',
    });
    expect([onward.status, onward.headers.get('location')]).toEqual([302, '/portal/online?gw=library-1']);
    expect(await get('/portal/online?gw=library-1')).toContain('已连接');
  });

  it('counts a notice once per drawn page, by venue and day', async () => {
    await publish(notice(1));
    const page = await get('/portal/?gw=library-1');
    for (let i = 0; i < 3; i += 1) await get(beaconOf(page));
    await get(beaconOf(await get('/portal/?gw=bus-station-1')));
    await get(beaconOf(await get('/portal/?gw=made-up')));
    expect(await counted('00000001')).toEqual(
      expect.arrayContaining([
        ['library-1', '2026-11-23', 1],
        ['bus-station-1', '2026-11-23', 1],
        ['other', '2026-11-23', 1],
      ]),
    );
  });

  it('counts no probe, no HEAD, no invented and no late beacon', async () => {
    await publish(notice(1));
    const beacon = async (): Promise<string> => `${url}${beaconOf(await get('/portal/?gw=library-1'))}`;
    await fetch(await beacon(), { headers: { 'user-agent': 'CaptiveNetworkSupport-355.200.27 wispr' } });
    await fetch(await beacon(), { method: 'HEAD', headers: android });
    await get('/portal/seen/AAAAAAAAAAAAAAAA.gif');
    const late = await beacon();
    now = new Date('2026-11-23T02:11:00.000Z');
    await fetch(late, { headers: android });
    expect(await counted('00000001')).toEqual([]);
  });

  it('keeps no trace of the phone', async () => {
    await publish(notice(1));
    await get(beaconOf(await get('/portal/?gw=library-1&mac=02:00:5e:10:00:01&phone=13800000000')));
    await counted('00000001');
    const stored = (await (await store.collection(sightings)).find({ publication: '00000001' })).items;
    expect(Object.keys(stored[0] ?? {}).sort()).toEqual([
      '_id',
      'count',
      'day',
      'gateway',
      'publication',
      'version',
    ]);
  });

  it('is the same after a restart, counts included', async () => {
    await publish(notice(1));
    await get(beaconOf(await get('/portal/?gw=library-1')));
    await stop();
    await start();
    expect(titles(await get('/portal/?gw=library-1'))).toEqual(['第1号通知']);
    expect(await counted('00000001')).toEqual([['library-1', '2026-11-23', 1]]);
  });

  it('is confirmed by what stands in the pages, also for a notice that is on the whole list only', async () => {
    for (let i = 1; i <= 50; i += 1) {
      now = new Date(now.getTime() + 1000);
      await publish(notice(i));
    }
    for (const number of [1, 5, 50]) {
      const seen = await look(notice(number));
      expect(seen).toMatchObject({
        kind: 'present',
        hash: (await channel.render(notice(number), site)).hash,
      });
    }
    expect(await look(notice(51))).toMatchObject({ kind: 'gone' });
  });

  it('sees that another card stands there than was approved', async () => {
    await publish(notice(1));
    const other = {
      ...(await channel.render(notice(1), site)),
      article: '<article>另一段文字</article>',
    };
    await adapter.publish(other, null, context(notice(1)));
    const seen = await look(notice(1));
    expect(seen).toMatchObject({ kind: 'present' });
    expect(seen).not.toMatchObject({ hash: other.hash });
  });

  it('tells whoever has the address of a withdrawn notice when and why, without its pictures', async () => {
    const media = { id: 'a'.repeat(64), mediaType: 'image/gif' as const, bytes: 6, data: 'R0lGODlh' };
    const image = { type: 'image' as const, attrs: { media: media.id, alt: '停水范围' } };
    const { content, ...around } = notice(1);
    const body = { ...content.body, content: [...content.body.content, image] };
    const edition = { ...around, content: { ...content, media: [media], body } };
    await publish(edition);
    const address = `${url}/portal/notice/${edition.publication}`;
    expect(await (await fetch(address)).text()).toContain(media.data);
    await adapter.withdraw(
      { key: '', edition: 1, reference: edition.publication, hash: '' },
      {
        publication: edition.publication,
        edition: 1,
        title: edition.content.title,
        reason: '检修取消',
        links: edition.links,
        withdrawnAt: '2026-11-23T03:00:00.000Z',
      },
      context(edition),
    );
    expect(titles(await get('/portal/'))).toEqual([]);
    const answer = await fetch(address);
    expect(answer.status).toBe(410);
    const page = await answer.text();
    expect(page).toContain('检修取消');
    expect(page).not.toContain('8时至18时');
    expect(page).not.toContain(media.data);
    expect(await look(edition)).toMatchObject({ kind: 'gone' });
  });

  it('tells whoever has the address of a lifted warning what its issuer says, and of no withdrawal', async () => {
    const edition = notice(1, '山洪灾害红色预警');
    await publish(edition, { lane: 'urgent' });
    const { publication, links } = edition;
    const said = { title: edition.content.title, reason: '降雨已经减弱。', act: 'lift' as const };
    const withdrawal = { publication, edition: 1, links, withdrawnAt: '2026-11-23T03:00:00.000Z', ...said };
    await adapter.withdraw(
      { key: '', edition: 1, reference: publication, hash: '' },
      withdrawal,
      context(edition),
    );
    const page = await (await fetch(`${url}/portal/notice/${publication}`)).text();
    expect(page).toContain('预警解除');
    expect(page).toContain('解除说明：降雨已经减弱。');
    expect(page).not.toMatch(/撤回|有效期已过|请勿再据此办理|失效|废止/);

    const posting = { key: '', edition: 1, reference: publication, hash: '' };
    const trace = { idempotencyKey: '', prepared: null, reference: publication, hint: null };
    expect(await adapter.observeWithdrawal?.(posting, withdrawal, trace, context(edition))).toMatchObject({
      kind: 'present',
      detail: expect.stringContaining('登录页显示“预警解除”') as string,
    });
  });

  it('says for a day at every login that a warning is lifted', async () => {
    const [edition, other] = [notice(1, '山洪灾害红色预警'), notice(2)];
    await publish(edition, { lane: 'urgent' });
    await publish(other);
    const { publication, links } = edition;
    const said = { title: edition.content.title, reason: '降雨已经减弱。', act: 'lift' as const };
    const withdrawal = { publication, edition: 1, links, withdrawnAt: now.toISOString(), ...said };
    await adapter.withdraw(
      { key: '', edition: 1, reference: publication, hash: '' },
      withdrawal,
      context(edition),
    );
    const login = await get('/portal/');
    expect(titles(login)).toEqual(['预警解除：山洪灾害红色预警', '第2号通知']);
    expect(login).toContain('降雨已经减弱。');
    expect(await look(edition)).toMatchObject({ kind: 'gone' });

    now = new Date(now.getTime() + 86_400_000);
    expect(titles(await get('/portal/'))).toEqual(['第2号通知']);
    expect((await fetch(`${url}/portal/notice/${publication}`)).status).toBe(410);
  });

  it('shows hostile words as words', async () => {
    await publish(
      sampleEdition({
        publication: '00000001',
        content: { ...sampleContent(), title: '<img src=x onerror=alert(1)>停水<!--/card-->' },
      }),
    );
    const page = await get('/portal/');
    expect(page).not.toContain('<img src=x');
    expect(await look(sampleEdition({ publication: '00000001' }))).toMatchObject({ kind: 'present' });
  });
});
