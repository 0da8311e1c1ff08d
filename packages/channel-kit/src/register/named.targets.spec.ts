import type { RegisterProblem } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownStore } from '../testing/own.store.ts';
import { openRegister } from './open.register.ts';
import type { DeclaredKind } from './target.declaration.ts';
import type { TargetRegister } from './target.register.ts';
import { aRow } from './testing/register.sample.ts';

const common = { measure: '个', choice: 'place', catchesUp: false, secrets: [] } as const;
const recipient: DeclaredKind = {
  ...common,
  id: 'recipient',
  title: '收件人',
  facts: z.strictObject({ route: z.string().optional().meta({ title: '短信线路' }) }),
  names: { route: 'route' },
};
const route: DeclaredKind = { ...common, id: 'route', title: '短信线路', facts: z.strictObject({}) };

describe('a fact that names another target', () => {
  let own: Awaited<ReturnType<typeof ownStore>>;
  let register: TargetRegister;
  const opened = (kinds: readonly DeclaredKind[]): Promise<TargetRegister> =>
    openRegister({
      channel: 'sms',
      targets: { kinds, calls: 'together', seed: () => [] },
      settings: null,
      store: own.store,
      keyFile: `${own.folder}/keys/sms.key`,
      now: () => '2026-11-28T00:00:00.000Z',
    });
  beforeEach(async () => {
    own = await ownStore();
    register = await opened([recipient, route]);
  });
  afterEach(() => own.remove());

  const somebody = (by: string | undefined, expected: number | null = null) =>
    aRow({ id: 'a', kind: 'recipient', facts: by === undefined ? {} : { route: by } }, { expected });
  const line = aRow({ id: 'r', kind: 'route', facts: {} });
  const write = async (...rows: readonly ReturnType<typeof aRow>[]): Promise<readonly RegisterProblem[]> => {
    const done = await register.write(rows, true, '测试');
    return done.answer === 'refused' ? done.problems : [];
  };

  it('is refused where nobody goes by that id, in words', async () => {
    expect(await write(somebody('r'))).toEqual([
      {
        target: 'a',
        field: 'facts.route',
        message: '“短信线路”所填的 r 不是登记簿里的短信线路',
        remedy: '请填写已登记的短信线路的编号',
      },
    ]);
    expect(await register.count()).toBe(0);
  });

  it('is refused where it is of another kind, itself for one', async () => {
    expect(await write(somebody('a'))).toMatchObject([{ field: 'facts.route' }]);
  });

  it('may be written together with the one it names, and left out', async () => {
    expect(await write(somebody('r'), line)).toEqual([]);
    expect(await write(somebody(undefined, 1))).toEqual([]);
  });

  it('that does not change is not asked again: what an earlier release took may still be paused', async () => {
    const { names: _names, ...before } = recipient;
    register = await opened([before, route]);
    expect(await write(somebody('gone'))).toEqual([]);
    register = await opened([recipient, route]);
    const done = await register.state('a', { is: 'paused', reason: '搬走' }, 1, '张三');
    expect(done.answer).toBe('written');
  });
});
