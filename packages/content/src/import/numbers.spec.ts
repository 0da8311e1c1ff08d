import { describe, expect, it } from 'vitest';
import { documentNumber, indexNumber } from './numbers.ts';

const doubts = (one: string, other: string): number =>
  documentNumber({ header: [one], redHead: null, belowTitle: other }).doubts.length;

describe('two numbers of a document', () => {
  it.each([
    ['开政发〔2026〕3号', '开政发[2026]3号'],
    ['开政发〔2026〕3号', '开政发［２０２６］３号'],
    ['开政发【2026】3号', '开政发（2026）3号'],
    ['开政发〔2026〕3号', '开政发[2026]第 3 号'],
    ['开政发(2026)12号', '开政发〔2026〕 第12号'],
  ])('%s and %s are one', (one, other) => {
    expect(doubts(one, other)).toBe(0);
  });

  it.each([
    ['开政发〔2026〕3号', '开政发〔2026〕13号'],
    ['开政发〔2026〕3号', '开政发20263号'],
    ['开政发〔2026〕3号', '开政发〔20263号'],
    ['开政发〔2026〕3号', '开政发2026〕3号'],
    ['第三届〔2026〕3号', '三届〔2026〕3号'],
  ])('%s and %s are two', (one, other) => {
    expect(doubts(one, other)).toBe(1);
  });

  it('come from the header block, then from above the title, then from below it', () => {
    expect(documentNumber({ header: [], redHead: '甲〔2026〕1号', belowTitle: '乙〔2026〕2号' })).toEqual({
      value: '甲〔2026〕1号',
      doubts: [
        {
          kind: 'doubtful-number',
          where: '',
          count: 1,
          excerpt: '红头：甲〔2026〕1号；标题下：乙〔2026〕2号',
        },
      ],
    });
    expect(documentNumber({ header: [], redHead: null, belowTitle: '乙〔2026〕2号' }).value).toBe(
      '乙〔2026〕2号',
    );
    expect(documentNumber({ header: [], redHead: null, belowTitle: null }).value).toBeNull();
    expect(indexNumber(['KY-1', 'KY-2']).doubts).toEqual([
      { kind: 'doubtful-index', where: '', count: 1, excerpt: '版头信息：KY-1；版头信息：KY-2' },
    ]);
  });
});
