import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everywhere, nobody, registerAnswer, type RegisterAnswer } from '@towncrier/contracts';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerRegister } from './register.answer.ts';
import type { TargetRegister } from './target.register.ts';
import { aRegister, aRow, lebaidao, lingquan } from './testing/register.sample.ts';

let at: { store: Store; folder: string };
let register: TargetRegister;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-register-'));
  at = { folder, store: await openSqliteStore(join(folder, 'store')) };
  register = await aRegister(at);
});
afterEach(async () => {
  await at.store.close();
  await rm(at.folder, { recursive: true, force: true });
});

/** Every answer is held to the contract. */
const ask = async (question: unknown): Promise<RegisterAnswer> =>
  registerAnswer.parse(await answerRegister('led', register, question));
const write = (...rows: unknown[]): Promise<RegisterAnswer> =>
  ask({ ask: 'write', rows, apply: true, by: '张三' });

describe('what is asked of a register', () => {
  beforeEach(() =>
    write(
      aRow({ id: 'a' }),
      aRow({ id: 'b', area: lebaidao, state: { is: 'paused', reason: '检修' } }),
      aRow({ id: 'c', area: lebaidao, title: 'Market Screen' }),
      aRow({ id: 'wx', kind: 'account', takes: [], groups: ['主账号'] }, { secrets: { secret: 'abc' } }),
      aRow({ id: 'z', state: { is: 'retired', on: '2026-01-01' } }),
    ),
  );

  it('is of which kinds its targets are, with a form and the names of secrets', async () => {
    expect(await ask({ ask: 'kinds' })).toMatchObject({
      kinds: [
        {
          id: 'strip',
          facts: { type: 'object', required: ['width'], properties: { width: { title: '宽（点）' } } },
          secrets: ['token'],
        },
        {
          id: 'account',
          facts: { 'x-secrets': [{ name: 'secret', title: 'AppSecret', required: true }] },
        },
        { id: 'site', choice: 'always' },
      ],
    });
  });

  it('is a list, page by page, of what fits', async () => {
    const first = await ask({ ask: 'list', where: {}, limit: 2 });
    expect(first).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }], total: 5, next: 'b' });
    const rest = await ask({ ask: 'list', where: {}, limit: 3, after: 'b' });
    expect(rest).toMatchObject({ items: [{ id: 'c' }, { id: 'wx' }, { id: 'z' }], total: 5, next: null });
  });

  it.each([
    [{ area: lingquan }, ['a', 'wx', 'z']],
    [{ kind: 'account' }, ['wx']],
    [{ state: 'paused' }, ['b']],
    [{ owner: 'nobody' }, []],
    [{ words: 'market' }, ['c']],
    [{ words: 'W', state: 'active' }, ['wx']],
  ])('is a list of %j', async (where, ids) => {
    const answer = await ask({ ask: 'list', where, limit: 10 });
    expect(answer.answer === 'list' ? answer.items.map(({ id }) => id) : null).toEqual(ids);
  });

  it('is one target, which says the names of its secrets and nothing else of them', async () => {
    expect(await ask({ ask: 'one', id: 'wx' })).toMatchObject({
      target: { secrets: ['secret'], version: 1 },
    });
    expect(await ask({ ask: 'one', id: 'never' })).toEqual({ answer: 'one', target: null });
  });

  it('is another state', async () => {
    const to = { is: 'paused', reason: '断电' };
    const answer = await ask({ ask: 'state', id: 'a', to, expected: 1, by: '李四' });
    expect(answer).toMatchObject({
      answer: 'written',
      changes: [{ before: { state: { is: 'active' } }, after: { state: to, version: 2, changedBy: '李四' } }],
    });
    expect(await ask({ ask: 'state', id: 'a', to, expected: 1, by: '王五' })).toMatchObject({ unchanged: 1 });
    const back = { is: 'active' };
    expect(await ask({ ask: 'state', id: 'a', to: back, expected: 1, by: '王五' })).toMatchObject({
      answer: 'refused',
      problems: [{ target: 'a' }],
    });
    expect(await ask({ ask: 'state', id: 'never', to: back, expected: 1, by: '王五' })).toMatchObject({
      problems: [{ message: '登记簿里没有这个终端' }],
    });
  });

  it('is whom an audience reaches', async () => {
    expect(await ask({ ask: 'reach', audience: everywhere, owner: 'health' })).toEqual({
      answer: 'reach',
      reach: {
        channel: 'led',
        kinds: [
          { kind: 'strip', measure: '块条屏', reached: 2, of: 2 },
          { kind: 'account', measure: '个账号', reached: 0, of: 1 },
          { kind: 'site', measure: '个网站', reached: 0, of: 0 },
        ],
        reached: 2,
        of: 3,
        sample: [
          { id: 'a', title: '客运站条屏' },
          { id: 'c', title: 'Market Screen' },
        ],
        withoutConsent: [{ id: 'wx', title: '客运站条屏' }],
        resting: [
          { id: 'b', title: '客运站条屏' },
          { id: 'z', title: '客运站条屏' },
        ],
        unknown: [],
      },
    });
    const named = { ...nobody, targets: [{ channel: 'led', id: 'never' }] };
    expect(await ask({ ask: 'reach', audience: { scope: 'some', of: named }, owner: null })).toMatchObject({
      reach: { reached: 0, unknown: ['never'] },
    });
  });
});

describe('rows that no target can be made of', () => {
  const row = (over: object, n = 5): object => ({ ...aRow(), target: { ...aRow().target, ...over }, row: n });

  it.each([
    [
      { area: '5325' },
      'area',
      '“区划代码”不对：格式不符合要求',
      '请填写 12 位统计用区划代码，如 532502002000',
    ],
    [{ venue: '茶馆' }, 'venue', /^“场所”不对：只能是 coach-station、/, /其他场所 并加分组/],
    [{ title: undefined }, 'title', '没有填写“名称”', '请补上“名称”'],
    [{ title: '字'.repeat(61) }, 'title', '“名称”不对：字数不能超过 60', '请更正“名称”后重试'],
    [{ id: '甲' }, 'id', '“编号”不对：格式不符合要求', /^编号用字母/],
    [
      { position: { longitude: 200, latitude: 0 } },
      'position.longitude',
      /^“经度”不对：数值不能超过 180/,
      /WGS 84/,
    ],
    [{ colour: 'red' }, '', '“终端”不对：没有“colour”这一项', '请更正“终端”后重试'],
  ])('%j', async (over, field, message, remedy) => {
    const answer = await write(aRow({ id: 'good' }), row(over));
    const said = (words: string | RegExp): unknown =>
      typeof words === 'string' ? words : expect.stringMatching(words);
    expect(answer).toMatchObject({
      answer: 'refused',
      problems: [{ row: 5, field, message: said(message), remedy: said(remedy) }],
    });
    expect(await register.count()).toBe(0);
  });

  it('are told without what stands in them', async () => {
    const answer = await write(row({ area: 'geheim-geheim' }), { ...row({}), secrets: { token: 17 } });
    expect(JSON.stringify(answer)).not.toContain('geheim');
    expect(answer).toMatchObject({
      answer: 'refused',
      problems: [{ field: 'area' }, { field: 'secrets.token' }],
    });
  });

  it('are told up to five hundred', async () => {
    const rows = Array.from({ length: 600 }, (_, n) => row({ area: 'x' }, n + 2));
    const answer = await write(...rows);
    const problems = answer.answer === 'refused' ? answer.problems : [];
    expect([problems.length, problems.at(-1)?.message]).toEqual([501, '另有 100 处问题没有列出']);
  });

  it('are more than a register takes at once', async () => {
    expect(await write()).toMatchObject({
      answer: 'refused',
      problems: [{ remedy: '请写入 1 至 20000 行（现有 0 行）' }],
    });
  });

  it('belong to no question: nobody answers', async () => {
    await expect(answerRegister('led', register, { ask: 'delete', id: 'a' })).rejects.toThrow();
  });
});
