import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../http/problem.ts';
import { keyOf, nationalIdentifier, type CapInfo, type CapMessage } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { writeCap } from './cap.write.ts';
import { flood, floodInfo } from './warning.sample.ts';

const given = (name: string): string =>
  readFileSync(new URL(`../../../test/warnings/${name}.xml`, import.meta.url), 'utf8');
const withInfo = (more: Partial<CapInfo>): CapMessage => ({ ...flood, infos: [{ ...floodInfo, ...more }] });
const refusal = (xml: string): string => {
  try {
    readCap(xml);
    return 'taken';
  } catch (error) {
    return error instanceof ProblemError ? error.details.detail : String(error);
  }
};

describe('a warning in CAP 1.2', () => {
  it('is the same after it was written and read', () => {
    expect(readCap(writeCap(flood))).toEqual({ message: flood, notes: [] });
    expect(flood.identifier).toMatch(nationalIdentifier);
  });

  it('is written so that the schema accepts it, whatever the words', () => {
    const words = fc
      .string({ minLength: 1, unit: fc.constantFrom(...'山洪<>&"\'预警 a1；𠮷') })
      .filter((s) => s.trim() !== '')
      .map((s) => s.trim());
    fc.assert(
      fc.property(words, words, (headline, description) => {
        const message = withInfo({ headline, description });
        expect(readCap(writeCap(message)).message).toEqual(message);
      }),
      { numRuns: 30 },
    );
  });

  it('is read as it is checked: character references and CDATA are characters', () => {
    expect(readCap(given('char-refs')).message.infos[0]?.headline).toContain('暴雨预警');
    const cdata = writeCap(flood).replace(floodInfo.description, '<![CDATA[雨量 > 100 & 水位上涨]]>');
    expect(readCap(cdata).message.infos[0]?.description).toBe('雨量 > 100 & 水位上涨');
  });

  it('says all its infos in Chinese, the highest level first, and names what is left out', () => {
    expect(readCap(given('several-info')).message.infos.map((i) => [i.severity, i.areas])).toEqual([
      ['Extreme', ['小龙潭镇']],
      ['Moderate', ['乐白道街道']],
    ]);
    const english = { ...floodInfo, headline: 'Flash flood warning' };
    const both = writeCap({ ...flood, infos: [english, floodInfo] }).replace('zh-CN', 'en-US');
    const { message, notes } = readCap(both);
    expect(message.infos).toEqual([floodInfo]);
    expect(notes).toEqual(['报文另有 en-US 的文本，未转发']);
  });

  it('is read in another language where there is no Chinese', () => {
    expect(readCap(writeCap(flood).replace('zh-CN', 'en-US')).message.infos).toEqual([floodInfo]);
  });

  it('knows what it refers to', () => {
    const { sender, identifier, sent } = flood;
    const references = [{ sender, identifier, sent }];
    const update: CapMessage = { ...flood, msgType: 'Update', references };
    expect(readCap(writeCap(update)).message.references).toEqual(update.references);
  });
});

describe('the name of a message', () => {
  it('is sender, identifier and instant, however the instant is written', () => {
    const utc = { ...flood, sent: '2026-11-23T01:00:00+00:00' };
    expect(keyOf(flood)).toBe('kyqx@example.gov.cn,53250241600000_20261123090000_0,2026-11-23T01:00:00.000Z');
    expect(keyOf(utc)).toBe(keyOf(flood));
    expect(keyOf({ ...flood, sender: 'other@example.gov.cn' })).not.toBe(keyOf(flood));
  });
});

describe('common flaws', () => {
  const xml = writeCap(flood);
  const flawed: readonly (readonly [string, string, RegExp])[] = [
    ['a byte order mark', `\uFEFF${xml}`, /BOM/],
    ['a blank first line', `\r\n\n${xml}`, /空行/],
    ['CAP 1.1', xml.replace('cap:1.2', 'cap:1.1'), /1\.1/],
    ['milliseconds', xml.replace('T09:00:00+', 'T09:00:00.123+'), /毫秒/],
    ['a zone without its colon', xml.replaceAll('+08:00', '+0800'), /冒号/],
  ];
  it.each(flawed)('%s is put right with a note', (_name, text, note) => {
    const read = readCap(text);
    expect(read.message).toEqual(flood);
    expect(read.notes).toEqual([expect.stringMatching(note)]);
  });

  it('Z is the hour of Greenwich, in references as well', () => {
    const update: CapMessage = { ...flood, msgType: 'Update', references: [{ ...flood }] };
    const zulu = writeCap(update).replaceAll('2026-11-23T09:00:00+08:00', '2026-11-23T01:00:00Z');
    const { message, notes } = readCap(zulu);
    expect([keyOf(message), keyOf(message.references[0] ?? flood)]).toEqual([keyOf(flood), keyOf(flood)]);
    expect(notes).toEqual(['报文时间以 Z 结尾，已改为 +00:00']);
  });

  it('other line ends are no flaw', () => {
    const lines = writeCap(withInfo({ description: '第一行\n第二行' }));
    expect(readCap(lines.replaceAll('\n', '\r\n'))).toEqual(readCap(lines));
  });
});

describe('a message is refused in Chinese', () => {
  const xml = writeCap(flood);
  const faulty: readonly (readonly [string, string, RegExp])[] = [
    ['an unknown value', xml.replace('>Extreme<', '>Dreadful<'), /元素 severity 的值“Dreadful”/],
    ['a missing element', xml.replace(/<sender>.*<\/sender>/, ''), /元素 sent 的位置不对，这里应为 sender/],
    ['a wrong instant', xml.replace('T09:00:00', ' 9:00'), /元素 sent 的值不符合规定/],
    ['an instant without a zone', xml.replace('T09:00:00+08:00', 'T09:00:00'), /元素 sent 的值“.*”写法不对/],
    ['another document', '<rss xmlns="x"/>', /根元素不是 CAP/],
    ['no document', 'not xml', /不是完整的 XML/],
    ['half a document', xml.slice(0, 300), /不是完整的 XML/],
    ['an attribute', xml.replace('<alert ', '<alert colour="red" '), /不应有属性 colour/],
    ['no public scope', xml.replace('>Public<', '>Restricted<'), /不得向公众转发/],
    ['a receipt', xml.replace('>Alert<', '>Ack<'), /回执/],
    ['no issuer', writeCap(withInfo({ senderName: '' })), /发布单位.*第六十四条/],
    ['no area', writeCap(withInfo({ areas: [] })), /可能影响的范围/],
    ['no words', writeCap(withInfo({ description: '' })), /警示事项/],
    ['no info', writeCap({ ...flood, infos: [] }), /没有内容/],
  ];
  it.each(faulty)('%s', (_name, text, words) => {
    expect(refusal(text)).toMatch(words);
    expect(
      refusal(text).replace(
        /CAP|XML|info|alert|元素 \w+|“[^”]*”|这里应为 \w+|属性 \w+|（.*?）|scope≠Public/g,
        '',
      ),
    ).not.toMatch(/[A-Za-z]{3}/);
  });

  it('before anything expands an entity', () => {
    const lol = '<!DOCTYPE alert [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(refusal(`${lol}${writeCap(flood)}`)).toContain('DOCTYPE');
    expect(refusal(writeCap(flood).replace(floodInfo.description, '&b;'))).toMatch(/不是完整的 XML/);
  });
});
