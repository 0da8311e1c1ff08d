import type { Audience, Target, TargetState } from '@towncrier/contracts';
import { nobody, rendered, renderQuestion } from '@towncrier/contracts';
import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { entries } from '../src/led.documents.ts';
import { targets } from '../src/led.targets.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;
const strip = 'strip-lingquan';
const inLingquan: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };
const all = ['screen-hall', 'screen-xiaolongtan', 'strip-lingquan', 'strip-station'];
const portrait = { width: 720, height: 1280, cell: 16 };

describe('an entry from before forms had names', () => {
  const [upgrade] = entries.migrations ?? [];
  const pages = [{ sha256: 'a'.repeat(64), ms: 3000, bytes: 9 }];
  const screens = [{ screen: 'strip-station', title: '客运站条屏', text: '停水', pages }];
  const forms = [{ form: 'strip-station', text: '停水', pages }];

  it('is for every screen and keeps the pages of each; its withdrawal is for those it was told to', () => {
    const key = '7K3QZP4M:1:led:publish';
    expect(upgrade?.({ kind: 'notice', key, screens })).toEqual({
      kind: 'notice',
      key,
      of: key,
      also: [],
      forms,
    });
    expect(upgrade?.({ kind: 'withdrawal', key, screens })).toMatchObject({
      of: null,
      also: ['strip-station'],
    });
  });
});

describe('the screens of a county', { timeout: 60_000 }, () => {
  const open = () => ChannelLab.open(channel, twin, { environment });
  let lab: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    lab = await open();
    await lab.until(async () => (await boxes()).length === all.length);
  });
  afterEach(() => lab.close());

  const here = sampleEdition();
  const boxes = async () =>
    ((await (await fetch(`${lab.selfUrl}/player/v1/screens`)).json()) as { screens: { id: string }[] })
      .screens;
  const plug = (id: string, on: boolean): Promise<true> =>
    lab.until(async () => {
      const body = JSON.stringify({ on });
      const headers = { 'content-type': 'application/json' };
      return (
        (await fetch(`${lab.twin.url}/screens/${id}/plug`, { method: 'POST', headers, body })).ok || false
      );
    });
  const showing = async (): Promise<string[]> =>
    (await lab.twin.shown())
      .filter(({ visible }) => visible)
      .map(({ target }) => target)
      .toSorted();
  const write = async (over: Partial<Target>, expected: number | null = null): Promise<void> => {
    const [model] = targets.seed(lab.settings);
    const { secrets: _none, ...like } = model ?? {};
    const rows = [{ target: { ...like, ...over } as Target, secrets: {}, expected }];
    const done = await lab.register({ ask: 'write', rows, apply: true, by: '运维' });
    expect(done, JSON.stringify(done)).toMatchObject({ answer: 'written' });
  };
  const state = (id: string, to: TargetState, expected = 1) =>
    lab.register({ ask: 'state', id, to, expected, by: '运维' });

  it('show a notice for one area there and nowhere else', async () => {
    const rest = await lab.settled(await lab.release(here, { audience: inLingquan }));
    expect(rest).toMatchObject({
      outcome: 'confirmed',
      evidence: { detail: '1/1 块屏已核验并播出', parts: { shown: 1, of: 1, exceptions: [] } },
    });
    expect(await showing()).toEqual([strip]);
  });

  it('are counted while one of them is silent, and that one is named with how long', async () => {
    await plug(strip, false);
    const rest = await lab.settled(await lab.release(here), 40_000);
    expect(rest.outcome).toBe('failed');
    expect(rest.evidence.parts).toMatchObject({
      shown: 3,
      of: 4,
      exceptions: [{ target: strip, words: expect.stringMatching(/没有消息|从未联系|尚未播出/) as string }],
    });
    expect(rest.evidence.detail).toContain('3/4 块屏已核验并播出，等待灵泉街道条屏');
    expect(await showing()).toEqual(all.filter((id) => id !== strip));
  });

  it('confirm without one that is retired meanwhile', async () => {
    await plug(strip, false);
    const delivery = await lab.release(here);
    await lab.until(async () => (await showing()).length === 3);
    await state(strip, { is: 'retired', on: '2026-11-28' });
    expect(await lab.settled(delivery)).toMatchObject({
      outcome: 'confirmed',
      evidence: { parts: { shown: 3, of: 3 } },
    });
  });

  it('play nothing more from the moment they are retired', async () => {
    await lab.settled(await lab.release(here));
    await state(strip, { is: 'retired', on: '2026-11-28' });
    await lab.until(async () => !(await showing()).includes(strip));
    expect(await showing()).toEqual(all.filter((id) => id !== strip));
  });

  it('show nothing while they are paused, and what is in force afterwards', async () => {
    await lab.settled(await lab.release(here));
    await state(strip, { is: 'paused', reason: '检修' });
    await lab.until(async () => !(await showing()).includes(strip));
    await state(strip, { is: 'active' }, 2);
    await lab.until(async () => (await showing()).includes(strip));
  });

  it('show what is in force once they are added, of an approved form, and what is meant for them', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    await write({ id: 'strip-new', area: '532502002003' });
    await write({ id: 'strip-far', area: '532502101000' });
    await lab.until(async () => (await showing()).includes('strip-new'));
    expect(await showing()).toEqual([strip, 'strip-new']);
  });

  it('of a shape that nobody approved wait for the next edition, and nobody waits for them', async () => {
    const asked = await lab.broker.ask(renderQuestion('led'), { edition: here, want: 'hash' });
    const { hash = '' } = rendered.parse(asked);
    await write({ id: 'portrait', title: '新竖屏', kind: 'screen', facts: portrait });
    const rest = await lab.settled(await lab.release(here, { renditionHash: hash }));
    expect(rest).toMatchObject({
      outcome: 'confirmed',
      evidence: {
        hash,
        parts: { shown: 4, of: 5, exceptions: [{ target: 'portrait', words: '版式未经审批，下一版起展示' }] },
      },
    });
    expect(await showing()).toEqual(all);
    const next = sampleEdition({ edition: 2, corrects: { edition: 1, reason: '时间有误' } });
    await lab.settled(await lab.release(next));
    expect(await showing()).toEqual(['portrait', ...all]);
  });

  it('that have a notice get its correction, also when that is for others', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    const elsewhere = { ...nobody, areas: ['532502102000'] };
    const next = sampleEdition({ edition: 2, corrects: { edition: 1, reason: '路名有误' } });
    const rest = await lab.settled(await lab.release(next, { audience: { scope: 'some', of: elsewhere } }));
    expect(rest).toMatchObject({ outcome: 'confirmed', evidence: { parts: { shown: 2, of: 2 } } });
    expect(await showing()).toEqual(['screen-xiaolongtan', strip]);
    expect((await lab.twin.shown()).every(({ text }) => text.includes('更正'))).toBe(true);
  });

  it('are told of a withdrawal wherever it was shown, and one that joined since is not', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    expect(await lab.settled(await lab.withdraw(here))).toMatchObject({
      outcome: 'confirmed',
      evidence: { parts: { shown: 1, of: 1 } },
    });
    const told = await lab.twin.shown();
    expect(told.map(({ target, text }) => [target, text.includes('撤回')])).toEqual([[strip, true]]);
  });

  it('that left with the notice on them are a task for a person when it is withdrawn', async () => {
    await lab.settled(await lab.release(here, { audience: inLingquan }));
    await plug(strip, false);
    await state(strip, { is: 'retired', on: '2026-11-28' });
    const rest = await lab.settled(await lab.withdraw(here), 40_000);
    expect(rest.outcome).toBe('failed');
    expect(rest.evidence.detail).toContain('灵泉街道条屏（已于 2026-11-28 停用');
  });
});
