import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineTwin, freePort } from '@towncrier/channel-testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTwins, type FoundTwin } from './find.twins.ts';
import { hostFound, type Hosted } from './host.twins.ts';
import { wall } from './wall.page.ts';

const quiet = (title: string): ReturnType<typeof defineTwin> =>
  defineTwin({
    id: 'quiet',
    title,
    faults: [],
    start: () =>
      Promise.resolve({
        shown: () => Promise.resolve([]),
        clear: () => Promise.resolve(),
        wall: () => `<p>${title}</p>`,
        close: () => Promise.resolve(),
      }),
  });

describe('the twins', () => {
  let folder: string;
  let portBase: number;
  let running: Hosted[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-twins-'));
    portBase = (await freePort('127.0.0.1')) - 31;
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((h) => h.hosted?.close()));
    await rm(folder, { recursive: true, force: true });
  });
  const host = async (found: FoundTwin): Promise<Hosted> => {
    const hosted = await hostFound(
      found,
      { host: '127.0.0.1', portBase, data: join(folder, 'twins'), system: folder },
      () => undefined,
    );
    running.push(hosted);
    return hosted;
  };
  const channelFolder = async (name: string, manifest: object): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'package.json'), JSON.stringify(manifest));
  };

  it('stand beside each other although one of them cannot start, and the wall says which', async () => {
    const good = await host({
      channel: 'good',
      port: 11,
      twinPort: 31,
      load: () => Promise.resolve(quiet('好的')),
    });
    const bad = await host({
      channel: 'bad',
      port: 12,
      twinPort: 32,
      load: () => Promise.reject(new Error('no <fonts>')),
    });
    expect(await (await fetch(`${good.url}/__twin/wall`)).text()).toContain('好的');
    const page = wall([good, bad]);
    expect(page).toContain(`src="${good.url}/__twin/wall"`);
    expect(page).toContain('仿真端未能启动：no &lt;fonts&gt;');
    expect(page).not.toContain(`src="${bad.url}`);
  });

  it('are told apart from one whose port is taken', async () => {
    const first = await host({
      channel: 'one',
      port: 11,
      twinPort: 31,
      load: () => Promise.resolve(quiet('一')),
    });
    const second = await host({
      channel: 'two',
      port: 11,
      twinPort: 31,
      load: () => Promise.resolve(quiet('二')),
    });
    expect([first.trouble, second.trouble]).toEqual([null, expect.stringContaining('EADDRINUSE')]);
  });

  it('are found by folder, each twenty above its channel, and one that is not built says so', async () => {
    await channelFolder('channel-radio', { towncrier: { port: 18 } });
    await channelFolder('channel-half', {});
    await channelFolder('hub', { towncrier: { port: 1 } });
    const found = findTwins(folder);
    expect(found.map((f) => [f.channel, f.port, f.twinPort])).toEqual([['radio', 18, 38]]);
    await expect(found[0]?.load()).rejects.toThrow('build the channel');
  });

  it('failing later are named on the wall', () => {
    expect(wall([], ['ECONNRESET'])).toContain('其余照常：ECONNRESET');
  });
});
