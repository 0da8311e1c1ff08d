import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryWords, searchWords } from './search.words.ts';

/** What is published in a county, by a short name each. */
const papers = {
  office: '开远市人民政府办公室关于做好2027年春节期间值班工作的通知',
  civil: '开远市民政局关于发放高龄津贴的公告 咨询电话 0873-7127123',
  water: '因管网检修，灵泉东路停水，请提前储水。开远市水务局',
  power: '泸江路Ａ区停电通知　线路检修',
  works: '市政工程道路施工围挡公告',
  law: '《中华人民共和国政府信息公开条例》第二十六条',
  number: '云政发〔2026〕8号 执行 DB53/T 123—2026 标准',
  fund: '住房公积金管理中心业务调整',
  flood: '暴雨橙色预警：南盘江沿岸群众立即转移',
  village: '乐白道街道𠮷村低保公示，⽼年⼈优先',
  school: '“双减”政策下义务教育学校招生办法',
  health: '人民医院门诊时间由8:30改为9:00',
} as const;
type Paper = keyof typeof papers;
const stored = new Map(Object.entries(papers).map(([name, text]) => [name, new Set(searchWords(text))]));

const hits = (query: string): readonly string[] => {
  const wanted = queryWords(query);
  return [...stored].filter(([, words]) => wanted.every((word) => words.has(word))).map(([name]) => name);
};

describe('a search', () => {
  it.each<readonly [string, readonly Paper[]]>([
    ['民政', ['civil']],
    ['民政局', ['civil']],
    ['人民政府', ['office', 'law']],
    ['市人民政府', ['office']],
    ['市政府', ['office']],
    ['市政', ['works']],
    ['政府', ['office', 'law']],
    ['人民', ['office', 'law', 'health']],
    ['华人', []],
    ['公室', []],
    ['办公室', ['office']],
    ['办公', ['office']],
    ['共和国', ['law']],
    ['中华人民共和国', ['law']],
    ['开远市', ['office', 'civil', 'water']],
    ['停水', ['water']],
    ['停', ['water', 'power']],
    ['检修', ['water', 'power']],
    ['灵泉', ['water']],
    ['灵泉东路', ['water']],
    ['水务局', ['water']],
    ['泸江路', ['power']],
    ['A区', ['power']],
    ['Ａ区', ['power']],
    ['a 区', ['power']],
    ['“停电”', ['power']],
    ['"停电"', ['power']],
    ['云政发〔2026〕8号', ['number']],
    ['云政发', ['number']],
    ['2026', ['number']],
    ['DB53/T 123—2026', ['number']],
    ['db53', ['number']],
    ['０８７３－７１２７１２３', ['civil']],
    ['公积金', ['fund']],
    ['住房公积金', ['fund']],
    ['橙色预警', ['flood']],
    ['南盘江', ['flood']],
    ['老年人', ['village']],
    ['𠮷村', ['village']],
    ['双减', ['school']],
    ['义务教育', ['school']],
    ['人民医院', ['health']],
    ['8:30', ['health']],
    ['停水 通知', []],
    ['检修 通知', ['power']],
    ['第二十六条', ['law']],
    ['地震', []],
    ['道路', ['works']],
  ])('for %s finds what it should', (query, expected) => {
    expect(hits(query)).toEqual(expected);
  });

  it('for any one character finds every text with it', () => {
    const anywhere = Object.values(papers).flatMap((text) => [...text.normalize('NFKC').toLowerCase()]);
    const characters = anywhere.filter((one) => /\p{Script=Han}/u.test(one));
    fc.assert(
      fc.property(fc.constantFrom(...characters), (one) => {
        const holding = Object.entries(papers).filter(([, text]) => text.normalize('NFKC').includes(one));
        expect(hits(one)).toEqual(holding.map(([name]) => name));
      }),
    );
  });

  it('for a whole sentence finds the text it stands in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(papers) as Paper[])), (name) => {
        for (const sentence of papers[name].split(/[，。：《》\s]/u).filter((part) => part !== ''))
          expect(hits(sentence)).toContain(name);
      }),
    );
  });

  it('for marks alone asks for nothing', () => {
    expect(queryWords('，。——！“”')).toEqual([]);
  });
});
