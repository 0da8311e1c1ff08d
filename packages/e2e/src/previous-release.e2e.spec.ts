import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePortBase, startStack, type Stack } from '../../../scripts/lib/stack.mjs';
import { eventually, HubClient, type Publication } from './hub.client.ts';
import { known, layOut, previousRelease } from './previous.release.ts';

const script = fileURLToPath(new URL('../../../scripts/migrate.ts', import.meta.url));
const environment = (): NodeJS.ProcessEnv => {
  const { NATS_URL: _broker, MONGODB_URI: _database, ...rest } = process.env;
  return rest;
};

/** What these have out is known from their own stores, or looked for at the county's main account. */
const goingOn = ['board', 'website', 'sms', 'wechat', 'weibo'] as const;

interface Reviewed {
  readonly editions: readonly {
    readonly content: { readonly title: string };
    readonly reviews: readonly { readonly stage: string | number; readonly stageTitle: string }[];
  }[];
}
interface Listed {
  readonly items: readonly Publication[];
}

/** Today's processes on the stores that the previous release left, without its broker and its twins' memory. */
describe('data of the previous release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-previous-'));
  const documents = previousRelease().get('hub') ?? [];
  const before = (documents.find(({ collection }) => collection === 'publications')?.documents ??
    []) as readonly {
    readonly _id: string;
    readonly state: string;
    readonly title: string;
  }[];
  const standing = before.find(({ title, state }) => title.includes('灵泉东路') && state === 'released');
  let stack: Stack;
  let editor: HubClient;

  const migrate = (...flags: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...flags], {
      env: { ...environment(), TOWNCRIER_DATA: folder },
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };

  beforeAll(() => layOut(folder));
  afterAll(async () => {
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is found to open before anything starts on it', () => {
    expect(migrate('--check')).toEqual({
      status: 0,
      said: expect.stringMatching(/hub: 26 collections, \d+ documents\n[^✗]*Everything opens/) as string,
    });
  });

  it('is what every service starts on', async () => {
    stack = await startStack({
      portBase: await freePortBase(),
      dataDir: folder,
      supervise: false,
      environment: environment(),
    });
    editor = await HubClient.signIn(stack.urls['hub'] ?? '', known('editor'));

    expect(migrate('--check')).toEqual({
      status: 1,
      said: expect.stringContaining('is running on') as string,
    });
  });

  it('is listed and read as it was, found by its words too', async () => {
    const { items } = (await editor.call('GET', '/api/v1/publications?limit=50')) as Listed;
    expect(items.map(({ id, state }) => [id, state]).toSorted()).toEqual(
      before.map(({ _id, state }) => [_id, state]).toSorted(),
    );
    for (const { _id, title } of before) {
      const read = (await editor.call('GET', `/api/v1/publications/${_id}`)) as Reviewed;
      expect(read.editions.at(-1)?.content.title).toBe(title);
    }
    const found = (await editor.call(
      'GET',
      `/api/v1/publications?q=${encodeURIComponent('灵泉东路')}`,
    )) as Listed;
    expect(found.items.map(({ id }) => id)).toContain(standing?._id);
  });

  it('shows the titles of reviews that were given before reviews had titles', async () => {
    const read = (await editor.call('GET', `/api/v1/publications/${standing?._id}`)) as Reviewed;

    expect(read.editions[0]?.reviews.map(({ stageTitle }) => stageTitle)).toEqual(['一审', '保密审查']);
  });

  it('goes on where it stood: what was released before is withdrawn, and channels prove it', async () => {
    const p = await editor.get(standing?._id ?? '');
    const withdrawn = await editor.act(p, 'withdraw', { reason: '检修取消' });

    const settled = await eventually(
      async () => {
        const { rows } = await editor.board(withdrawn.id);
        const asked = rows.filter(({ operation }) => operation === 'withdraw');
        const done = asked.filter(({ state }) => state === 'confirmed').map(({ channel }) => channel);
        return goingOn.every((channel) => done.includes(channel)) && done;
      },
      async () => JSON.stringify((await editor.board(withdrawn.id)).rows),
    );
    expect(settled).toEqual(expect.arrayContaining([...goingOn]));
    expect(await (await fetch(withdrawn.page)).text()).toContain('检修取消');
  });

  it('still opens, and only with this release, once the system is stopped', async () => {
    await stack.stop();

    expect(migrate('--check').status).toBe(0);
    expect(migrate()).toEqual({
      status: 0,
      said: expect.stringContaining('Everything opens as it is.') as string,
    });
  });
});
