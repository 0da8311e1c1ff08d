import type { Audience, Reach } from '@towncrier/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './hub.client.ts';
import { Town, waterNotice } from './town.ts';

const lingquan = '532502002000';
const none = { areas: [], organisations: [], venues: [], groups: [], targets: [] };
const street: Audience = { scope: 'some', of: { ...none, areas: [lingquan] } };

/** Whoever scans the code of a sheet reads it anywhere. */
const atHome = '扫码';
/** What the far end calls by names of its own: numbers, and a site. */
const otherNames = ['sms', 'website'];

interface ReachView {
  readonly channels: readonly { readonly channel: string; readonly reach: Reach | null }[];
}

interface Previews {
  readonly renditions: readonly { readonly channel: string; readonly notes?: readonly string[] }[];
}

describe('many far ends', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.start();
  });
  afterAll(async () => {
    await town.stop();
  });

  /** Ids of the targets that show it, or how many telephones got it: a number is nobody's business. */
  const shownAt = async (channel: string, id: string): Promise<string[]> => {
    const visible = (await town.shown(channel, id)).filter((s) => s.visible && s.target !== atHome);
    return [...new Set(visible.map((s) => s.target))].toSorted();
  };

  it('a notice for one street reaches exactly its targets on all channels, and nobody else', async () => {
    const p = await town.publish({ ...waterNotice('灵泉东路'), audience: street });
    const board = await town.complete(p);
    const { channels } = (await town.editor.call('GET', `/api/v1/publications/${p.id}/reach`)) as ReachView;
    expect(channels.map((c) => c.channel).toSorted()).toEqual([...town.channels].toSorted());
    for (const { channel, reach } of channels) {
      if (reach === null) throw new Error(`${channel} said nothing of its reach`);
      const shown = await shownAt(channel, p.id);
      expect(shown.length, `${channel}: ${shown.join(' ')}`).toBe(reach.reached);
      expect(reach.reached, channel).toBeGreaterThan(0);
      if (channel !== 'website') expect(reach.reached, channel).toBeLessThan(reach.of);
      if (!otherNames.includes(channel))
        expect(shown, channel).toEqual(reach.sample.map((t) => t.id).toSorted());
    }
    expect(board.rows.every((r) => r.state === 'confirmed')).toBe(true);

    await town.complete(await town.withdraw(p));
    for (const channel of town.channels) {
      const left = (await town.shown(channel, p.id)).filter((s) => s.visible && !s.text.includes('撤回'));
      if (channel === 'weibo' || channel === 'sms') continue;
      expect(
        left.map((s) => s.target),
        channel,
      ).toEqual([]);
    }
    const told = (await town.shown('sms', p.id)).filter((s) => s.text.includes('撤回'));
    expect(told.length).toBe(new Set((await town.shown('sms', p.id)).map((s) => s.target)).size);
  });

  it('the editor is told beforehand how many get a message, in how many parts, for how much', async () => {
    const draft = { format: 'text' as const, ...waterNotice('灵泉西路'), audience: street };
    const { renditions } = (await town.editor.call('POST', '/api/v1/previews', draft)) as Previews;
    const told = renditions.find(({ channel }) => channel === 'sms')?.notes ?? [];
    const each = told.flatMap((line) => /条 × (\d+) 人 × [\d.]+ 元 = [\d.]+ 元/.exec(line)?.slice(1) ?? []);
    const people = each.reduce((sum, one) => sum + Number(one), 0);
    expect(told.join('\n')).toMatch(/\d+ 条 × \d+ 人 × 0.05 元 = [\d.]+ 元/);

    const p = await town.publish(draft);
    await town.complete(p);
    const got = new Set((await town.shown('sms', p.id)).map(({ target }) => target));
    expect(got.size).toBe(people);
  });

  it('every telephone reads the signature of the route that carries to it', async () => {
    const p = await town.publish(waterNotice('建设路'));
    await town.complete(p);
    const texts = await town.shown('sms', p.id);
    const by = Map.groupBy(texts, ({ text }) => /^【(.*?)】/.exec(text)?.[1]);
    expect([...by].map(([signature, all]) => [signature, all.length]).toSorted()).toEqual([
      ['开远市政府', 15],
      ['灵泉街道办', 10],
    ]);
    expect(by.get('灵泉街道办')?.every(({ text }) => text.endsWith('详询灵泉街道办事处'))).toBe(true);
  });

  it('a screen that is registered today shows what is in force, without a restart', async () => {
    const p = await town.publish(waterNotice('环城东路'));
    await town.complete(p);
    const registers = '/api/v1/registers/led/targets';
    const known = (await town.operator.call('GET', `${registers}/strip-station`)) as Record<string, unknown>;
    const fields = ['kind', 'owner', 'area', 'venue', 'groups', 'position', 'hours', 'takes', 'facts'];
    await town.operator.call('PUT', `${registers}/strip-new`, {
      version: null,
      ...Object.fromEntries(fields.map((field) => [field, known[field]])),
      title: '新装条屏',
      secrets: {},
    });
    await eventually(
      async () => ((await shownAt('led', p.id)).includes('strip-new') ? true : undefined),
      async () => `shown at ${(await shownAt('led', p.id)).join(' ')}`,
      30_000,
    );
  });
});
