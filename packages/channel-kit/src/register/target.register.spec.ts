import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterProblem } from '@towncrier/contracts';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { targetChanges, type TargetChange } from './target.documents.ts';
import type { TargetRegister, Written } from './target.register.ts';
import { aRegister, aRow, aTarget } from './testing/register.sample.ts';

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

const write = (...rows: readonly Parameters<typeof register.write>[0][number][]): Promise<Written> =>
  register.write(rows, true, '张三');
const problems = (answer: Written): readonly RegisterProblem[] =>
  answer.answer === 'refused' ? answer.problems : [];
const traced = async (): Promise<readonly TargetChange[]> =>
  (await (await at.store.collection(targetChanges)).find({}, { limit: 1000 })).items;

describe('a register', () => {
  it('keeps what is written, says who wrote it, and has it after a restart', async () => {
    const answer = await write(aRow(), aRow({ id: 'site', kind: 'site' }));
    expect(answer).toMatchObject({ answer: 'written', applied: true, unchanged: 0 });
    const again = await aRegister(at);
    expect(await again.one('strip-station')).toMatchObject({ version: 1, changedBy: '张三', secrets: [] });
    expect(await again.get('strip-station')).toEqual(aTarget());
    expect(await again.count()).toBe(2);
  });

  it('changes what was read, counts what is the same, and keeps the trace of both sides', async () => {
    await write(aRow(), aRow({ id: 'other' }));
    const answer = await write(
      aRow({ title: '客运站东条屏' }, { expected: 1 }),
      aRow({ id: 'other' }, { expected: 1 }),
    );
    expect(answer).toMatchObject({
      unchanged: 1,
      changes: [{ before: { title: '客运站条屏', version: 1 } }],
    });
    expect(await register.one('strip-station')).toMatchObject({ title: '客运站东条屏', version: 2 });
    const trace = (await traced()).filter(({ target }) => target === 'strip-station');
    expect(trace.map(({ before, after }) => [before?.title, after.title])).toEqual(
      expect.arrayContaining([
        [undefined, '客运站条屏'],
        ['客运站条屏', '客运站东条屏'],
      ]),
    );
  });

  it('takes the same write twice as one: an answer may get lost', async () => {
    await write(aRow({ kind: 'account' }, { secrets: { secret: '只有一次' } }));
    const again = await write(aRow({ kind: 'account' }, { secrets: { secret: '只有一次' } }));
    expect(again).toMatchObject({ answer: 'written', changes: [], unchanged: 1 });
    expect(await traced()).toHaveLength(1);
  });

  it('says what would happen and changes nothing', async () => {
    const answer = await register.write([{ ...aRow(), row: 7 }], false, '张三');
    expect(answer).toMatchObject({ applied: false, changes: [{ row: 7, before: null }] });
    expect([await register.count(), await traced()]).toEqual([0, []]);
  });

  it('tells who listens which targets changed, when readers see them', async () => {
    const seen: unknown[] = [];
    const end = register.onChange((ids) => void seen.push(ids));
    await write(aRow(), aRow({ id: 'other' }));
    await write(aRow());
    end();
    await write(aRow({ id: 'third' }));
    expect(seen).toEqual([['strip-station', 'other']]);
  });

  it('reads the active ones by id, and some in the order of who asks', async () => {
    await write(
      aRow({ id: 'b' }),
      aRow({ id: 'a' }),
      aRow({ id: 'c', state: { is: 'paused', reason: '检修' } }),
    );
    const idsOf = async (targets: AsyncIterable<{ id: string }>): Promise<string[]> => {
      const ids: string[] = [];
      for await (const { id } of targets) ids.push(id);
      return ids;
    };
    expect(await idsOf(register.active())).toEqual(['a', 'b']);
    expect(await idsOf(register.some(['c', 'never', 'a']))).toEqual(['c', 'a']);
  });
});

describe('nothing is written when', () => {
  beforeEach(() => write(aRow(), aRow({ id: 'gone', state: { is: 'retired', on: '2026-01-31' } })));
  const refuses = async (rows: readonly ReturnType<typeof aRow>[], expected: object): Promise<void> => {
    const before = await register.list({}, undefined, 100);
    const answer = await register.write(
      rows.map((row, n) => ({ ...row, row: n + 2 })),
      true,
      '李四',
    );
    expect(problems(answer)).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
    expect(await register.list({}, undefined, 100)).toEqual(before);
    expect(await (await aRegister(at)).list({}, undefined, 100)).toEqual(before);
  };

  it('two rows have one id', () =>
    refuses([aRow({ id: 'new' }), aRow({ id: 'new', title: '另一块' })], {
      row: 3,
      target: 'new',
      field: 'id',
      message: '与第 2 行的编号相同',
    }));

  it('an id is used already', () =>
    refuses([aRow({ title: '另一块屏' })], {
      field: 'id',
      message: '编号已由“客运站条屏”使用，编号不能再用',
    }));

  it('somebody else changed it meanwhile', async () => {
    await write(aRow({ title: '先改的' }, { expected: 1 }));
    await refuses([aRow({ id: 'new' }), aRow({ title: '后改的' }, { expected: 1 })], {
      row: 3,
      message: expect.stringMatching(/^张三 已于 .* 更改过它$/),
    });
  });

  it('what is to be changed was never there', () =>
    refuses([aRow({ id: 'never' }, { expected: 3 })], { message: '登记簿里没有这个终端' }));

  it('it was retired, whatever is to be changed', async () => {
    const message = '它已于 2026-01-31 停用，停用的终端不能再更改';
    await refuses([aRow({ id: 'gone' }, { expected: 1 })], { message });
    const back = await register.state('gone', { is: 'active' }, 1, '李四');
    expect(problems(back)).toMatchObject([{ target: 'gone', message, remedy: '请用新编号登记' }]);
  });

  it('the kind is unknown, or another one', async () => {
    await refuses([aRow({ id: 'new', kind: 'balloon' })], {
      field: 'kind',
      message: '此渠道没有这种类型的终端',
      remedy: '“类型”只能是：条屏（strip）、账号（account）、网站（site）',
    });
    await refuses([aRow({ kind: 'site' }, { expected: 1 })], { message: '终端的类型不能更改' });
  });

  it.each([
    [{}, 'facts.width', '没有填写“宽（点）”'],
    [{ width: 'wide' }, 'facts.width', '“宽（点）”不对：应是数字'],
    [{ width: 8 }, 'facts.width', '“宽（点）”不对：数值不能少于 64'],
    [{ width: 384, note: '字'.repeat(41) }, 'facts.note', '“备注”不对：字数不能超过 40'],
    [{ width: 384, colour: 'red' }, 'facts', '“参数”不对：没有“colour”这一项'],
  ])('the facts are %j', (facts, field, message) =>
    refuses([aRow({ id: 'new', facts })], { field, message }),
  );

  it('a secret is missing, or nobody knows it', async () => {
    const account = { id: 'wx', kind: 'account' };
    await refuses([aRow(account)], { field: 'secrets.secret', message: '没有填写密钥“AppSecret”' });
    await refuses([aRow(account, { secrets: { secret: 'x', pin: '1' } })], {
      message: '“账号”没有名为“pin”的密钥',
    });
  });

  it('one row of ten thousand is wrong', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      aRow({ id: `s${n}`, facts: { width: n === 7777 ? 1 : 384 } }),
    );
    await refuses(rows, { row: 7779, target: 's7777', field: 'facts.width' });
  });
});

describe('a secret', () => {
  const secret = 'wx-9f8e7d6c5b4a';
  beforeEach(() => write(aRow({ id: 'wx', kind: 'account' }, { secrets: { secret } })));

  it('is read for one call, kept when it is not written again, and changed when it is', async () => {
    expect(await register.secret('wx', 'secret')).toBe(secret);
    await write(aRow({ id: 'wx', kind: 'account', title: '改名' }, { expected: 1 }));
    expect(await register.secret('wx', 'secret')).toBe(secret);
    await write(
      aRow({ id: 'wx', kind: 'account', title: '改名' }, { expected: 2, secrets: { secret: 'new' } }),
    );
    expect(await (await aRegister(at)).secret('wx', 'secret')).toBe('new');
    expect([await register.secret('wx', 'none'), await register.secret('never', 'secret')]).toEqual([
      null,
      null,
    ]);
  });

  it('is nowhere in the files of the store, nor in any answer', async () => {
    const answers = [await register.list({}, undefined, 100), await register.one('wx'), await traced()];
    await at.store.close();
    const files = await readdir(join(at.folder, 'store'), { recursive: true, withFileTypes: true });
    const bytes = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
    );
    expect(bytes.length).toBeGreaterThan(0);
    expect(Buffer.concat(bytes).includes('wx1'), 'what is no secret is found').toBe(true);
    expect(Buffer.concat(bytes).includes(secret)).toBe(false);
    expect(JSON.stringify(answers)).not.toContain(secret);
    at = { ...at, store: await openSqliteStore(join(at.folder, 'store')) };
  });

  it.each([
    ['the title', { title: secret }, 'title', '名称'],
    ['a word of the title', { title: `客运站 ${secret}` }, 'title', '名称'],
    ['a group', { groups: ['灾害多发', secret] }, 'groups', '分组'],
    ['a fact', { facts: { width: 384, note: secret } }, 'facts.note', '备注'],
    ['a fact under its own name', { facts: { width: 384, token: 'x' } }, 'facts.token', 'token'],
    ['the title under its name', { title: '播放口令：12345' }, 'title', '名称'],
    ['the reason of a pause', { state: { is: 'paused', reason: secret } as const }, 'state', '状态'],
  ])('is refused in %s, without a word of it', async (_, over, field, title) => {
    const answer = await write(aRow({ id: 'new', ...over }));
    expect(problems(answer)).toMatchObject([
      { target: 'new', field, message: `密钥不能写在“${title}”里：写在这里的内容人人可见` },
    ]);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(await (await aRegister(at)).get('new')).toBeNull();
  });

  it('is refused as an id as well, which is then not told', async () => {
    const answer = await write(aRow({ id: secret }));
    expect(problems(answer)).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it('is refused where it came in the same row, and forgotten with it', async () => {
    const answer = await write(aRow({ id: 'new', title: 'abcdef' }, { secrets: { token: 'abcdef' } }));
    expect(problems(answer)).toMatchObject([{ field: 'title' }]);
    expect(await write(aRow({ id: 'new', title: 'abcdef' }))).toMatchObject({ applied: true });
  });
});

describe('the first start', () => {
  const seed = [{ ...aTarget({ id: 'wx', kind: 'account' }), secrets: { secret: 'twin' } }, aTarget()];

  it('fills an empty register once', async () => {
    const folder = join(at.folder, 'seeded');
    const store = await openSqliteStore(folder);
    const first = await aRegister({ store, folder }, seed);
    expect([await first.count(), await first.secret('wx', 'secret')]).toEqual([2, 'twin']);
    await first.state('strip-station', { is: 'paused', reason: '检修' }, 1, '张三');
    const second = await aRegister({ store, folder }, [...seed, aTarget({ id: 'late' })]);
    expect(await second.one('strip-station')).toMatchObject({ state: { is: 'paused' } });
    expect(await second.get('late')).toBeNull();
    await store.close();
  });

  it('does not fill a register that began empty', async () => {
    expect(await (await aRegister(at, seed)).count()).toBe(0);
  });

  it('fails when the channel’s own seed is wrong', async () => {
    const folder = join(at.folder, 'wrong');
    const store = await openSqliteStore(folder);
    await expect(aRegister({ store, folder }, [aTarget({ facts: {} })])).rejects.toThrow(
      '没有填写“宽（点）”',
    );
    await store.close();
  });
});
