import { nobody, type Audience, type Target, type TargetState } from '@towncrier/contracts';
import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { cards } from '../src/cards.ts';
import { targets } from '../src/portal.targets.ts';
import { twin } from '../twin/twin.ts';

const inLingquan: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };
const market = 'market-1';

describe('the venues of a county', { timeout: 60_000 }, () => {
  const open = () => ChannelLab.open(channel, twin, { environment: pkg.towncrier.environment });
  let lab: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const here = sampleEdition();
  const page = async (path: string): Promise<string> => (await fetch(`${lab.selfUrl}${path}`)).text();
  const showsAt = async (gateway: string): Promise<boolean> =>
    (await page(`/portal/?gw=${gateway}`)).includes(here.content.title);
  const write = (over: Partial<Target>) => {
    const [model] = targets.seed(lab.settings);
    const { secrets: _none, ...like } = model ?? {};
    const rows = [{ target: { ...like, ...over } as Target, secrets: {}, expected: null }];
    return lab.register({ ask: 'write', rows, apply: true, by: '运维' });
  };
  const state = (to: TargetState, expected: number) =>
    lab.register({ ask: 'state', id: market, to, expected, by: '运维' });

  it('show a notice for one area there and nowhere else', async () => {
    const rest = await lab.settled(await lab.release(here, { audience: inLingquan }));
    expect(rest).toMatchObject({
      outcome: 'confirmed',
      evidence: { parts: { shown: 1, of: 1, exceptions: [] } },
    });
    expect(await showsAt(market)).toBe(true);
    expect(await showsAt('library-1')).toBe(false);
    expect((await lab.twin.shown()).map(({ target }) => target)).toEqual([market]);
  });

  it('are six with a notice for everywhere, and an unknown gateway shows it too, said once in the log', async () => {
    const rest = await lab.settled(await lab.release(here));
    expect(rest.evidence).toMatchObject({ parts: { shown: 6, of: 6 } });
    for (let times = 0; times < 3; times += 1) expect(await showsAt('stranger-7')).toBe(true);
    expect(lab.logged.filter((said) => said.includes('stranger-7'))).toHaveLength(1);
  });

  it('keep from an unknown gateway what is not for everywhere', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    expect(await showsAt('stranger-7')).toBe(false);
    const except = { ...nobody, areas: ['532502102000'] };
    const other = sampleEdition({ publication: 'TESTEXCP' });
    await lab.settled(await lab.release(other, { audience: { scope: 'all', except } }));
    expect(await page('/portal/?gw=stranger-7')).not.toContain('TESTEXCP');
    expect(await page('/portal/?gw=library-1')).toContain('TESTEXCP');
    expect(await page('/portal/?gw=safety-station-1')).not.toContain('TESTEXCP');
  });

  it('show what is in force for them once they are added, by any of their gateways', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    await write({
      id: 'park',
      title: '灵泉公园',
      area: '532502002003',
      facts: { gateways: ['park-1', 'park-2'] },
    });
    await lab.until(() => showsAt('park-1'));
    expect(await showsAt('park-2')).toBe(true);
    expect(await page('/portal/?gw=park-2')).toContain('灵泉公园');
  });

  it('show nothing while they are paused, and let people go online', async () => {
    await lab.settled(await lab.release(here));
    await state({ is: 'paused', reason: '检修' }, 1);
    await lab.until(async () => !(await showsAt(market)));
    expect(await page(`/portal/?gw=${market}`)).toContain('同意并继续上网');
    await state({ is: 'active' }, 2);
    await lab.until(() => showsAt(market));
  });

  it('have gateways of their own: one that belongs to another venue is refused by its name', async () => {
    const refused = await write({
      id: 'copy',
      title: '另一家',
      facts: { gateways: ['fresh-1', 'library-1'] },
    });
    expect(refused).toMatchObject({
      answer: 'refused',
      problems: [
        { target: 'copy', field: 'facts.gateways', message: expect.stringContaining('市图书馆') as string },
      ],
    });
  });

  it('no longer show what was withdrawn, and whoever has the address reads why', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    expect(await lab.settled(await lab.withdraw(here))).toMatchObject({
      outcome: 'confirmed',
      evidence: { detail: '1 个场所的登录页已不再展示，原网址说明已撤回', parts: { shown: 1, of: 1 } },
    });
    expect(await showsAt(market)).toBe(false);
  });
});

describe('a card from before venues had a register', () => {
  it('is for everywhere', () => {
    const [upgrade] = cards.migrations ?? [];
    expect(upgrade?.({ _id: '7K3QZP4M', edition: 2 })).toMatchObject({
      of: '7K3QZP4M:2:portal:publish',
      also: [],
    });
  });
});
