import { nobody, type Audience, type Target, type TargetState } from '@towncrier/contracts';
import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { standings } from '../src/board.documents.ts';
import { targets } from '../src/board.targets.ts';
import { channel } from '../src/channel.ts';
import { twin } from '../twin/twin.ts';

const inLingquan: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };

interface Listed {
  readonly sheets: readonly { readonly tasks: readonly { board: string; do: string; words: string }[] }[];
}

describe('the boards of a county', { timeout: 60_000 }, () => {
  const open = () => ChannelLab.open(channel, twin, { environment: pkg.towncrier.environment });
  let lab: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const here = sampleEdition();
  const hanging = async (): Promise<string[]> =>
    (await lab.twin.shown())
      .map(({ target }) => target)
      .filter((board) => board !== '扫码')
      .toSorted();
  const tasks = async () => {
    const { sheets } = (await (await fetch(`${lab.selfUrl}/sheets.json`)).json()) as Listed;
    return (sheets[0]?.tasks ?? []).map((task) => [task.board, task.do, task.words]);
  };
  const write = (over: Partial<Target>) => {
    const [model] = targets.seed(lab.settings);
    const { secrets: _none, ...like } = model ?? {};
    const rows = [{ target: { ...like, ...over } as Target, secrets: {}, expected: null }];
    return lab.register({ ask: 'write', rows, apply: true, by: '运维' });
  };
  const state = (id: string, to: TargetState) =>
    lab.register({ ask: 'state', id, to, expected: 1, by: '运维' });

  it('get the sheet of a notice for one area there, and nobody else has a task', async () => {
    const rest = await lab.settled(await lab.release(here, { audience: inLingquan }));
    expect(rest).toMatchObject({ outcome: 'confirmed', evidence: { parts: { shown: 2, of: 2 } } });
    await lab.until(async () => (await hanging()).length === 2);
    expect(await hanging()).toEqual(['B001', 'B008']);
    expect((await tasks()).map(([board]) => board)).toEqual(['B001', 'B008']);
  });

  it('get what is in force once they are added, of a paper that was approved', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    await write({ id: 'B101', title: '灵泉新公示栏', area: '532502002004' });
    await lab.until(async () => (await hanging()).includes('B101'));
    expect(await hanging()).toEqual(['B001', 'B008', 'B101']);
  });

  it('are a task for a person while a sheet hangs where the board was retired', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    await lab.until(async () => (await hanging()).length === 2);
    await state('B008', { is: 'retired', on: '2026-11-28' });
    expect(await tasks()).toEqual([
      ['B001', 'none', '无事项'],
      ['B008', 'remove', '公示栏已停用，待撤榜'],
    ]);
    expect(await (await fetch(`${lab.selfUrl}/sheets`)).text()).toContain('公示栏已停用，待撤榜');
    const headers = { 'content-type': 'application/json', authorization: 'Bearer twin-staff-token' };
    const body = JSON.stringify({
      publication: here.publication,
      board: 'B008',
      edition: 1,
      state: 'removed',
    });
    await fetch(`${lab.selfUrl}/postings`, { method: 'POST', headers, body });
    expect(await tasks()).toEqual([['B001', 'none', '无事项']]);
  });

  it('are told to take a sheet down wherever it hangs once the notice is withdrawn', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    await lab.until(async () => (await hanging()).length === 2);
    await state('B008', { is: 'paused', reason: '维修' });
    expect(await lab.settled(await lab.withdraw(here))).toMatchObject({ outcome: 'confirmed' });
    expect(await tasks()).toEqual([
      ['B001', 'remove', '待撤榜'],
      ['B008', 'remove', '待撤榜'],
    ]);
  });
});

describe('what stood before boards had a register', () => {
  it('is for every board', () => {
    const [upgrade] = standings.migrations ?? [];
    expect(upgrade?.({ _id: '7K3QZP4M', edition: 2 })).toMatchObject({
      of: '7K3QZP4M:2:board:publish',
      also: [],
    });
  });
});
