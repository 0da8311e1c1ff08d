import { describe, expect, it } from 'vitest';
import { isChapter, issuerIn, joinTitle, sameWords } from './title.ts';

describe('a title', () => {
  it.each([
    [['关于停水的通知', '市民：'], '关于停水的通知', 1, true],
    [['关于停水的通知（试行）'], '关于停水的通知（试行）', 1, true],
    [['停水安排'], '停水安排', 1, false],
    [['关于做好', '停水工作的通知'], '关于做好停水工作的通知', 2, true],
    [['关于做好', '停水检修', '工作的通知'], '关于做好停水检修工作的通知', 3, true],
    [['关于做好', '停水', '检修', '工作的通知'], '关于做好停水检修工作的通知', 4, true],
    [
      ['关于印发', '供水行动方案', '（2027—2029年）的通知', '各乡镇'],
      '关于印发供水行动方案（2027—2029年）的通知',
      3,
      true,
    ],
    [['关于印发供水行动方案', '的通知'], '关于印发供水行动方案的通知', 2, true],
    [['停水通知', '的补充说明'], '停水通知的补充说明', 2, true],
    [['停水通知', '市政府办公室'], '停水通知', 1, true],
    [['关于做好', '停水工作。'], '关于做好', 1, false],
    [['Notice of', 'water 通知'], 'Notice of water 通知', 2, true],
    [['关于5', '号楼的通知'], '关于5号楼的通知', 2, true],
    [['关于5', '6号楼的通知'], '关于5 6号楼的通知', 2, true],
    [['停水通知', '停电通知'], '停水通知', 1, true],
    [['关于印发供水行动方案', '修订版的通知'], '关于印发供水行动方案修订版的通知', 2, true],
    [['关于停水,停电的通知'], '关于停水,停电的通知', 1, true],
    [['关于1.5米水位的通知'], '关于1.5米水位的通知', 1, true],
    [['关于5号楼', '6号楼的通知'], '关于5号楼6号楼的通知', 2, true],
    [['关于', '做', '好', '停', '水', '的通知'], '关于做好停水的通知', 6, true],
    [['关于', '做', '好', '停', '水', '工作', '的通知'], '关于', 1, false],
    [['Notice', '关于5号楼的通知'], 'Notice关于5号楼的通知', 2, true],
  ])('in %j is %s', (lines, text, count, complete) => {
    expect(joinTitle(lines)).toEqual({ text, lines: count, complete });
  });

  it.each([
    '各乡镇人民政府：',
    '明天停水。请储水',
    '明天停水；后天来水',
    '停水！',
    '停水,',
    '一、范围',
    '十二、范围',
    '（1）范围',
    '(12)范围',
    '3.范围',
    '甲、范围',
    '（A）范围',
    '①范围',
    '第一章 总则',
    '总体要求',
    '3、范围',
    '1)范围',
    '123.范围',
    '长'.repeat(201),
  ])('is not %s', (line) => {
    expect(joinTitle([line])).toBeNull();
  });

  it('is at most 200 characters long, joined or not', () => {
    expect(joinTitle(['长'.repeat(200)])?.lines).toBe(1);
    expect(joinTitle(['长'.repeat(100), `${'长'.repeat(98)}通知`])?.lines).toBe(2);
    expect(joinTitle(['长'.repeat(100), `${'长'.repeat(99)}通知`])?.lines).toBe(1);
    expect(joinTitle([undefined, '通知'])).toBeNull();
    expect(joinTitle([])).toBeNull();
  });

  it('may begin with its issuer', () => {
    expect(issuerIn('开远市水务局关于停水的通知')).toBe('开远市水务局');
    expect(issuerIn('中共开远市委关于停水的通知')).toBe('中共开远市委');
    expect(issuerIn('关于水务局停水的通知')).toBeNull();
    expect(issuerIn('开远市水务局停水通知')).toBeNull();
    expect(issuerIn(`${'长'.repeat(31)}局关于停水的通知`)).toBeNull();
  });

  it('is the same with other marks and blanks', () => {
    expect(sameWords('关于 《停水》的通知', '关于“停水”的通知')).toBe(true);
    expect(sameWords('关于停水的通知', '关于停电的通知')).toBe(false);
    expect(sameWords(undefined, '')).toBe(false);
  });
});

describe('the heading of a chapter', () => {
  it.each([
    '一、范围',
    '十二、范围',
    '乙、范围',
    '（十二）范围',
    '(12)范围',
    '(AB)范围',
    '①范围',
    '㈠范围',
    '3.范围',
    '12．范围',
    '第三章 总则',
    '第十二条',
    '第12部分',
    '总则',
    '目录',
    '目　 录',
  ])('is %s', (line) => {
    expect(isChapter(line)).toBe(true);
  });

  it.each([
    '做到一、二、三的通知',
    '水、电安排',
    '（试行）说明',
    '第几章',
    '123.范围',
    '供水总则',
    '总则说明',
    '目标录',
    '关于第三章的说明',
  ])('is not %s', (line) => {
    expect(isChapter(line)).toBe(false);
  });
});
