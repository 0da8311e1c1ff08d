import { nobody, type EditionReleased } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { released } from '../testing/events.sample.ts';
import { ownStore } from '../testing/own.store.ts';
import { openTargets, type OpenTargets } from './open.targets.ts';
import { aRow, declaration, inLingquan, lebaidao, lingquan } from './testing/register.sample.ts';

/** An edition for 灵泉街道 alone. */
const here = (edition = 1): EditionReleased =>
  released({ audience: { scope: 'some', of: { ...nobody, areas: [lingquan] } }, owner: 'office' }, edition)
    .data;

describe('whom an edition means', () => {
  let own: Awaited<ReturnType<typeof ownStore>>;
  let targets: OpenTargets;
  beforeEach(async () => {
    own = await ownStore();
    targets = await openTargets({
      channel: 'led',
      targets: declaration(),
      settings: null,
      store: own.store,
      keyFile: `${own.folder}/keys/led.key`,
      now: () => '2026-11-28T00:00:00.000Z',
    });
    await write({ id: 's1', area: inLingquan });
    await write({ id: 's2', area: lebaidao });
    await account('a1');
    await targets.reaches.keep('d', here(), null);
  });
  afterEach(() => own.remove());

  const write = async (over: Parameters<typeof aRow>[0]): Promise<void> => {
    expect(await targets.register.write([aRow(over)], true, '测试')).toMatchObject({ answer: 'written' });
  };
  const account = async (id: string): Promise<void> => {
    const row = aRow(
      { id, kind: 'account', owner: 'office', area: lingquan },
      { secrets: { secret: `s-${id}` } },
    );
    expect(await targets.register.write([row], true, '测试')).toMatchObject({ answer: 'written' });
  };
  const means = async (delivery = 'd'): Promise<string[]> =>
    [...(await targets.reader.meant(delivery))].sort();

  it('is whom its audience names', async () => {
    expect(await means()).toEqual(['a1', 's1']);
  });

  it('is a screen that came since, and no account that did', async () => {
    await means();
    await write({ id: 's3', area: inLingquan });
    await write({ id: 's4', area: lebaidao });
    await account('a2');
    expect(await means()).toEqual(['a1', 's1', 's3']);
  });

  it('is no screen any more that is paused, and one again that is not', async () => {
    await targets.register.state('s1', { is: 'paused', reason: '检修' }, 1, '测试');
    expect(await means()).toEqual(['a1']);
    await targets.register.state('s1', { is: 'active' }, 2, '测试');
    expect(await means()).toEqual(['a1', 's1']);
  });

  it('is every screen, and no account, when nobody remembers its acceptance', async () => {
    expect(await means('from before')).toEqual(['s1', 's2']);
  });

  it('is told to whoever listens only when it is known afresh', async () => {
    const heard: string[][] = [];
    targets.reader.onChange(() => void means().then((ids) => heard.push(ids)));
    await means();
    await write({ id: 's3', area: inLingquan });
    expect(await means()).toEqual(['a1', 's1', 's3']);
    expect(heard).toEqual([['a1', 's1', 's3']]);
  });
});
