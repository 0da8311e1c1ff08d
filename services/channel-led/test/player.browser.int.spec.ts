import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { loadSettings } from '@towncrier/settings';
import { openSqliteStore, type Store } from '@towncrier/storage';
import Fastify, { type FastifyInstance } from 'fastify';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../src/led.documents.ts';
import { renderEdition } from '../src/led.rendition.ts';
import { mountPlayerPage } from '../src/player.page.ts';
import { mountPlayerApi } from '../src/player.routes.ts';
import { PlaylistSigner } from '../src/playlist.signer.ts';
import { ScreenStore } from '../src/screen.store.ts';
import { ScreenTurn } from '../src/screen.turn.ts';
import { settings } from '../src/settings.ts';
import { aRegister } from './register.sample.ts';

const executablePath = process.env.TOWNCRIER_CHROMIUM ?? '/usr/bin/chromium';
const there = executablePath !== '' && existsSync(executablePath);
if (!there) process.stderr.write('SKIPPED: browser tests, no Chromium here; set TOWNCRIER_CHROMIUM to one\n');

const token = 'a-token-of-players';
const screen = 'strip-station';
const publication = '7K3QZP4M';
const chosen = loadSettings(settings, { LED_PLAYER_TOKEN: token });

describe.skipIf(!there)('the player in a browser', () => {
  let browser: Browser;
  let folder: string;
  let store: Store;
  let screens: ScreenStore;
  let http: FastifyInstance;
  let page: Page;
  let url: string;
  let tamper: (body: string) => string;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-browser-'));
    store = await openSqliteStore(folder);
    screens = await ScreenStore.open(store);
    tamper = (body) => body;
    problems.length = 0;
    http = Fastify({ forceCloseConnections: true });
    http.addHook('onSend', (request, _reply, payload, done) =>
      done(null, request.url.includes('playlist') && typeof payload === 'string' ? tamper(payload) : payload),
    );
    const turn = new ScreenTurn(screens, await aRegister(store, folder));
    mountPlayerApi(http, {
      settings: chosen,
      clock: () => new Date(),
      screens,
      turn,
      signer: await PlaylistSigner.open(await store.collection(keys)),
      sighted: () => undefined,
    });
    mountPlayerPage(http, turn);
    url = await http.listen({ port: 0, host: '127.0.0.1' });
    page = await (await browser.newContext({ viewport: { width: 960, height: 320 } })).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterEach(async () => {
    await page.context().close();
    await http.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });

  const hour = 3_600_000;
  const show = async (kind: 'notice' | 'withdrawal' = 'notice'): Promise<void> => {
    const now = Date.now();
    const rendition = await renderEdition(sampleEdition(), ['strip 384x64/16']);
    // a page stands for a second: a test need not wait for a person to have read it
    const forms = rendition.forms.map((f) => ({ ...f, pages: f.pages.map((p) => ({ ...p, ms: 1000 })) }));
    await screens.show({
      _id: publication,
      edition: 1,
      kind,
      title: rendition.title,
      key: 'k',
      urgent: false,
      hash: `${rendition.hash} ${kind}`,
      of: `${publication}:1:led:publish`,
      also: [],
      forms,
      from: new Date(now - hour).toISOString(),
      to: new Date(now + hour).toISOString(),
      changedAt: new Date(now).toISOString(),
    });
  };
  const acknowledged = async () => [...(await screens.acknowledged(publication)).values()];
  const open = (): Promise<unknown> => page.goto(`${url}/player/?screen=${screen}#token=${token}`);
  const picture = () => page.locator('#page');
  const drawn = (): Promise<boolean> =>
    picture().evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0);

  it('offers the screens when none is chosen', async () => {
    await page.goto(`${url}/player/`);
    await page.getByText('客运站条屏').click();
    await page.getByText('政务公开', { exact: true }).waitFor();
    expect(page.url()).toContain(`?screen=${screen}`);
  });

  it('draws what it verified, keeps the token out of the address, and acknowledges', async () => {
    await show();
    await open();
    await picture().waitFor();
    await expect.poll(drawn).toBe(true);
    expect(page.url()).not.toContain(token);
    await expect
      .poll(acknowledged, { timeout: 20_000 })
      .toMatchObject([{ screen, edition: 1, kind: 'notice' }]);
    expect((await screens.lastBeat(screen))?.items).toEqual([
      { notice: publication, edition: 1, kind: 'notice' },
    ]);
  });

  it('shows nothing of a playlist that somebody changed on the way, and says so', async () => {
    await show();
    tamper = (body) => body.replaceAll('停水', '涨价');
    await open();
    await page.getByText('播放单签名不符').waitFor();
    expect(await picture().isVisible()).toBe(false);
    expect(await acknowledged()).toEqual([]);
  });

  it('comes up again without network, with what it verified last', async () => {
    await show();
    await open();
    await picture().waitFor();
    await page.evaluate(async () => {
      await (navigator as Navigator & { serviceWorker: { ready: Promise<unknown> } }).serviceWorker.ready;
    });
    await http.close();
    await page.reload();
    await picture().waitFor();
    await expect.poll(drawn).toBe(true);
    await page.getByText('离线').waitFor();
  });

  it('makes room for the withdrawal at once', async () => {
    await show();
    await open();
    await picture().waitFor();
    await show('withdrawal');
    await expect
      .poll(acknowledged, { timeout: 20_000 })
      .toMatchObject([{ screen, edition: 1, kind: 'withdrawal' }]);
  });
});
