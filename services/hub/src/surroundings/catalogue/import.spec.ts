import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import shipped from './data/disclosure-items.json' with { type: 'json' };
import { readCatalogueFile } from './import.ts';
import { findingsIn, missingElements, obstaclesTo } from './item.rules.ts';
import { item, type Item } from './item.ts';

const rowsOf = async (...file: Parameters<typeof readCatalogueFile>) =>
  (await readCatalogueFile(...file)).rows;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (csv: string, known: readonly Item[] = []) => rowsOf('目录.csv', bytes(csv), known);
const heading =
  '序号,领域,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级';
const row =
  '1,城乡规划,规划编制,批前公示,规划草案、公示时间,《城乡规划法》第二十六条,不得少于30日,自然资源局,■政府网站 □两微一端,全社会,主动,县级';

describe('the basis of an item', () => {
  it.each([
    ['《法》第三条第（二）项', ['《法》第三条第（二）项']],
    ['《法》第二十六条第一款第(3)项、第三十条', ['《法》第二十六条第一款第(3)项、第三十条']],
    ['1.《甲法》第三条；2.《乙法》', ['《甲法》第三条', '《乙法》']],
    [
      '《甲法》第三条之一、《乙法》（国令第711号）有关规定',
      ['《甲法》第三条之一', '《乙法》（国令第711号）有关规定'],
    ],
    ['《甲办法》（根据《乙法》第八条制定）第五条', ['《甲办法》（根据《乙法》第八条制定）第五条']],
    ['根据《甲法》第十条和《关于印发〈乙〉的通知》', ['根据《甲法》第十条', '《关于印发〈乙〉的通知》']],
    ['上级文件', ['上级文件']],
  ])('is kept to the last word: %s', async (cell, basis) => {
    const [only] = await read(`${heading}\n${row.replace('《城乡规划法》第二十六条', cell)}`);
    expect(only?.item?.basis).toEqual(basis);
  });
});

describe('a catalogue in CSV', () => {
  it('is read row by row, with an id from its field', async () => {
    const [only] = await read(`${heading}\n${row}\n`);

    expect(only?.problems).toEqual([]);
    expect(only?.item).toMatchObject({
      id: 'CXGH-01',
      field: 'CXGH',
      level2: '批前公示',
      elements: ['规划草案', '公示时间'],
      basis: ['《城乡规划法》第二十六条'],
      body: '自然资源局',
      manner: 'active',
      tier: ['county'],
      timeLimit: { rules: [{ kind: 'noticePeriod', minDays: 30 }] },
      channels: [
        { code: 'website', required: true },
        { code: 'newMedia', required: false },
      ],
      audience: { scope: 'all' },
    });
  });

  it('may carry a title above its heading, a heading of two rows, and merged cells', async () => {
    const rows = await read(
      [
        '开远市城乡规划领域目录,,,,,,,,,,,',
        '序号,领域,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,',
        ',,,,,,,,,全社会,特定群体,主动,依申请',
        '1,城乡规划,规划编制,批前公示,草案,《城乡规划法》,不得少于30日,自然资源局,■政府网站,√,,√,',
        '2,,,批后公布,成果,同上,同上,,■政府网站,,被征地村民,,√',
      ].join('\n'),
    );

    expect(rows.map((r) => [r.row, r.problems])).toEqual([
      [4, []],
      [5, []],
    ]);
    expect(rows[0]?.item).toMatchObject({ audience: { scope: 'all' }, manner: 'active' });
    expect(rows[1]?.item).toMatchObject({
      field: 'CXGH',
      level1: '规划编制',
      body: '自然资源局',
      basis: ['《城乡规划法》'],
      timeLimit: { text: '不得少于30日' },
      audience: { scope: 'specific', group: '被征地村民' },
      manner: 'on-request',
    });
  });

  it('is read with a byte-order mark and in GB18030', async () => {
    const utf8 = await rowsOf('目录.csv', bytes(`\uFEFF${heading}\n${row}`), []);
    expect(utf8[0]?.item?.level2).toBe('批前公示');
    // 领域,一级,二级,时限,主体 / 税收,纳,税,实时,局 as GB18030 bytes
    const gbk = Uint8Array.from(
      Buffer.from(
        'c1ecd3f22cd2bbbcb62cb6febcb62ccab1cfde2cd6f7cce50acbb0cad52cc4c92ccbb02ccab5cab12cbed60a',
        'hex',
      ),
    );
    expect((await rowsOf('目录.csv', gbk, []))[0]).toMatchObject({
      problems: [],
      item: { field: 'SSGL', level1: '纳', level2: '税' },
    });
  });

  it('reports what is wrong with a row, and which', async () => {
    const rows = await read(
      [
        heading,
        row,
        '2,气象,预报,天气,内容,《气象法》,实时,气象局,■飞鸽传书,全社会,主动,县级',
        '3,城乡规划,规划编制,,内容,《城乡规划法》,实时,局,■政府网站,全社会,主动,县级',
      ].join('\n'),
    );

    expect(rows.map((r) => r.problems)).toEqual([
      [],
      ['领域“气象”不在本县的领域表中', '不认识的公开渠道“■飞鸽传书”'],
      ['没有公开事项的名称'],
    ]);
    expect(rows[1]?.item).toBeNull();
  });

  it('reports words of closed vocabularies that nobody knows, with row and column', async () => {
    const rows = await read(
      [
        `${heading},五公开`,
        `${row},决策公开`,
        '2,城乡规划,规划编制,公示,内容,《城乡规划法》,实时,局,■政府网站,全社会,口头,县级、省级,决策环节',
      ].join('\n'),
    );

    expect(rows.map((r) => [r.row, r.problems])).toEqual([
      [2, []],
      [3, ['不认识的公开环节“决策环节”', '不认识的公开方式“口头”', '不认识的公开层级“省级”']],
    ]);
    expect(rows[0]?.item).toMatchObject({ stage: 'decision' });
    expect(rows[1]?.item).toBeNull();
  });

  it('reports marks that nobody knows', async () => {
    const rows = await read(
      [
        '领域,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,全社会,主动,依申请,县级,乡级',
        '城乡规划,编制,公示,内容,《城乡规划法》,实时,局,√,√,□,■,',
        '城乡规划,编制,批后,内容,《城乡规划法》,实时,局,是,√,,对,√',
      ].join('\n'),
    );

    expect(rows[0]).toMatchObject({ problems: [], item: { manner: 'active', tier: ['county'] } });
    expect(rows[1]?.problems).toEqual(['“全社会”一栏里不认识的标记“是”', '“县级”一栏里不认识的标记“对”']);
  });

  it('in JSON is refused where a rule is in words no date can be computed from', async () => {
    const odd: Item = {
      ...item.parse(shipped.items[0]),
      timeLimit: { text: '每两周', rules: [{ kind: 'periodic', every: 'fortnight' }] },
    };
    const [only] = await rowsOf('目录.json', bytes(JSON.stringify([odd])), []);

    expect(only).toMatchObject({ row: 1, id: 'ZDXM-01', item: null });
    expect(only?.problems).toEqual([expect.stringContaining('fortnight')]);
    expect(obstaclesTo(odd).map((f) => f.rule)).toEqual(['unknown-time-limit']);
  });

  it('says what was not understood of a time limit, unless a person has written its rules', async () => {
    const [only] = await read(`${heading}\n${row.replace('不得少于30日', '每月10日前更新')}\n`);
    const advice = (item: Item) =>
      findingsIn([item])
        .filter((f) => f.rule === 'unclear-time-limit')
        .map((f) => f.message);

    expect(advice(only?.item as Item)).toEqual(['CXGH-01 的时限“每月10日前更新”只读懂一部分（10日）。']);
    const written = { text: '每月10日前更新', rules: [{ kind: 'periodic', every: 'month', byDay: 10 }] };
    expect(advice({ ...(only?.item as Item), timeLimit: written })).toEqual([]);
  });

  it('keeps a row that lacks an element, and says that it cannot take effect', async () => {
    const [only] = await read(
      `${heading}\n1,城乡规划,规划编制,批前公示,规划草案,,,自然资源局,■政府网站,全社会,主动,县级\n`,
    );

    expect(missingElements(only?.item as Item).map((f) => f.message)).toEqual([
      'CXGH-01 缺少公开依据。',
      'CXGH-01 缺少公开时限。',
    ]);
  });

  it('gives known items their ids and rules again', async () => {
    const known = item.parse(shipped.items.find((i) => i.id === 'ZDXM-12'));
    const [only] = await read(
      `领域,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体\n重大建设项目,${known.level1},${known.level2},内容,《土地管理法》,${known.timeLimit.text},局\n`,
      [known],
    );

    expect(only?.item).toMatchObject({ id: 'ZDXM-12', timeLimit: known.timeLimit });
  });

  it('that is none is refused in words', async () => {
    await expect(read('你好,世界\n1,2\n')).rejects.toThrow(/没有表头/);
    await expect(read('')).rejects.toThrow(/没有表头|没有公开事项/);
    await expect(read(`${heading},星座\n${row},双鱼\n`)).rejects.toThrow(/不认识的列：星座/);
    await expect(rowsOf('目录.xlsx', bytes('no zip'), [])).rejects.toThrow(/另存为/);
    await expect(rowsOf('目录.json', bytes('{"items": 3}'), [])).rejects.toThrow(/数组/);
  });
});

describe('the shipped catalogue', () => {
  it('has 118 rows, each with its six elements', async () => {
    const rows = await rowsOf('disclosure-items.json', bytes(JSON.stringify(shipped)), []);

    expect(rows).toHaveLength(118);
    expect(rows.flatMap((r) => r.problems)).toEqual([]);
    expect(rows.flatMap((r) => missingElements(r.item as Item))).toEqual([]);
  });

  it('has no duplicates; where a local number of days is missing it says so', () => {
    const findings = findingsIn(z.array(item).parse(shipped.items));

    expect(findings.filter((f) => f.rule === 'duplicate')).toEqual([]);
    expect(findings.filter((f) => f.rule === 'no-number')).toHaveLength(7);
  });

  it('counts the second row of an id as a bad one', async () => {
    const twice = await rowsOf('twice.json', bytes(JSON.stringify([shipped.items[0], shipped.items[0]])), []);

    expect(twice.map((r) => r.problems)).toEqual([[], ['编码 ZDXM-01 与第 1 行重复']]);
  });
});

describe('a catalogue in JSON', () => {
  const json = (value: unknown, name = '目录.json') => rowsOf(name, bytes(JSON.stringify(value)), []);
  const [good] = z.array(item).parse(shipped.items);

  it('is an array of items, or an object that holds one; the ending decides, in either case', async () => {
    for (const [value, name] of [
      [[good], '目录.json'],
      [{ items: [good] }, '目录.JSON'],
    ] as const) {
      const rows = await json(value, name);
      expect(rows).toEqual([{ row: 1, id: good?.id, name: good?.level2, problems: [], item: good }]);
    }
    await expect(json([good], '目录.json.txt')).rejects.toMatchObject({ details: { code: 'unreadable' } });
  });

  it('names each bad row by what it has of a name, and says which field is wrong', async () => {
    const rows = await json([{ id: 'X-1', level2: '批前公示' }, { id: 7, level2: 8 }, null, 'x']);
    expect(rows.map((r) => [r.row, r.id, r.name, r.item])).toEqual([
      [1, 'X-1', '批前公示', null],
      [2, null, '', null],
      [3, null, '', null],
      [4, null, '', null],
    ]);
    expect(rows[0]?.problems.some((words) => words.startsWith('level1：'))).toBe(true);
    expect(rows[2]?.problems[0]).toMatch(/^（整行）：/);
  });

  it('that holds no item, is no array or no JSON is refused in words', async () => {
    const refused = (value: unknown) =>
      expect(json(value)).rejects.toMatchObject({
        details: { status: 422, code: 'unreadable' },
      });
    await expect(json([])).rejects.toThrow('“目录.json”里没有公开事项；请检查是否选错了文件');
    await refused([]);
    await refused({ rows: [] });
    await expect(json({ rows: [] })).rejects.toThrow('应为事项的数组');
    const broken = rowsOf('目录.json', Uint8Array.from([0x5b, 0xff, 0x5d]), []);
    await expect(broken).rejects.toThrow('“目录.json”不是 UTF-8 编码的 JSON；请检查文件');
    await expect(broken).rejects.toMatchObject({
      details: { status: 422, code: 'unreadable' },
      cause: expect.anything() as unknown,
    });
  });

  it('takes the first of three rows with one id, and rows without id for themselves', async () => {
    const rows = await json([good, good, { level2: '甲' }, { level2: '乙' }, good]);
    const repeated = rows.map((r) => r.problems.filter((words) => words.includes('重复')));
    expect(repeated).toEqual([
      [],
      [`编码 ${good?.id} 与第 1 行重复`],
      [],
      [],
      [`编码 ${good?.id} 与第 1 行重复`],
    ]);
  });
});
