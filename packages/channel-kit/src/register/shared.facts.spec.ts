import type { RegisterProblem, Target } from '@towncrier/contracts';
import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownStore } from '../testing/own.store.ts';
import { openRegister } from './open.register.ts';
import type { DeclaredKind } from './target.declaration.ts';
import type { TargetRegister } from './target.register.ts';
import { aRow } from './testing/register.sample.ts';

const venue: DeclaredKind = {
  id: 'venue',
  title: '场所',
  measure: '个场所',
  choice: 'place',
  catchesUp: true,
  facts: z.strictObject({ gateways: z.array(z.string()).min(1).meta({ title: '网关编号' }) }),
  unique: ['gateways'],
  secrets: [],
};

describe('a fact that belongs to one target alone', () => {
  let own: Awaited<ReturnType<typeof ownStore>>;
  let register: TargetRegister;
  beforeEach(async () => {
    own = await ownStore();
    register = await openRegister({
      channel: 'portal',
      targets: { kinds: [venue], calls: 'together', seed: () => [] },
      settings: null,
      store: own.store,
      keyFile: `${own.folder}/keys/portal.key`,
      now: () => '2026-11-28T00:00:00.000Z',
    });
    await write([place('library', '图书馆', 'g1')]);
  });
  afterEach(() => own.remove());

  const place =
    (id: string, title: string, ...gateways: readonly string[]) =>
    (expected: number | null) =>
      aRow({ id, title, kind: 'venue', facts: { gateways: [...gateways] } }, { expected });
  const write = async (
    rows: readonly ReturnType<typeof place>[],
    expected: number | null = null,
  ): Promise<readonly RegisterProblem[]> => {
    const done = await register.write(
      rows.map((row) => row(expected)),
      true,
      '测试',
    );
    return done.answer === 'refused' ? done.problems : [];
  };
  const state = (id: string, to: Target['state']) => register.state(id, to, 1, '测试');

  it('is refused where another has it, who is named', async () => {
    expect(await write([place('park', '公园', 'g2', 'g1')])).toEqual([
      {
        target: 'park',
        field: 'facts.gateways',
        message: '网关编号 g1 已属于“图书馆”（library）',
        remedy: '一个只能属于一个终端，请核对，或先从那里去掉',
      },
    ]);
  });

  it('is refused where two rows of one write have it', async () => {
    expect(await write([place('park', '公园', 'g2'), place('square', '广场', 'g2')])).toMatchObject([
      { target: 'square', field: 'facts.gateways' },
    ]);
    expect(await register.count()).toBe(1);
  });

  it('may stay where it is, and change places in one write', async () => {
    await write([place('park', '公园', 'g2')]);
    expect(await write([place('library', '图书馆', 'g2'), place('park', '公园', 'g1')], 1)).toEqual([]);
  });

  it('is free again once its target is retired', async () => {
    await state('library', { is: 'retired', on: '2026-11-28' });
    expect(await write([place('park', '公园', 'g1')])).toEqual([]);
  });
});
