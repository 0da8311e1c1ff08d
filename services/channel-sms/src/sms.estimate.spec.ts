import { describe, expect, it } from 'vitest';
import { costOfLoads, estimateWords, type Load } from './sms.estimate.ts';

const load = (title: string, people: number, fragments: number, price?: number): Load => ({
  route: { title, ...(price === undefined ? {} : { price }) },
  people,
  fragments,
});
const billed = '按线路登记的单价估算，以短信平台账单为准';

describe('what a message would cost', () => {
  it('is fragments times people times the price of the route, and what a shorter text would save', () => {
    expect(estimateWords([{ ...load('县级主线路', 1204, 3, 4.5), less: 14 }], 0)).toEqual([
      '3 条 × 1,204 人 × 0.045 元 = 162.54 元；删去 14 个字可省 1 条',
      billed,
    ]);
  });

  it('is told for each route by itself, and summed up', () => {
    expect(estimateWords([load('县级主线路', 15, 2, 4.5), load('灵泉街道线路', 10, 1, 5)], 0)).toEqual([
      '发给 25 人，共 1.85 元',
      '县级主线路：2 条 × 15 人 × 0.045 元 = 1.35 元',
      '灵泉街道线路：1 条 × 10 人 × 0.05 元 = 0.50 元',
      billed,
    ]);
  });

  it('is not guessed where the price of a route is unknown, not even in part', () => {
    const [sum, , unknown] = estimateWords([load('甲', 1, 1, 4), load('乙', 2, 3)], 1);
    expect(sum).toBe('发给 3 人');
    expect(unknown).toBe('乙：3 条 × 2 人 = 6 条，线路没有登记单价，不估算费用');
  });

  it('says who would get nothing, and rounds up to a whole 分', () => {
    expect(estimateWords([load('甲', 1, 1, 4.05)], 3)).toEqual([
      '1 条 × 1 人 × 0.0405 元 = 0.05 元',
      '3 人的线路不通，不会收到',
      billed,
    ]);
  });

  it('says that nobody is known where the audience has no telephones', () => {
    expect(estimateWords([], 0)).toEqual(['受众里没有登记的收件人，人数不明，不估算费用']);
    expect(estimateWords([], 2)).toEqual(['2 人的线路不通，不会收到']);
  });
});

it('the figures are those of the words; a price that is not known leaves the sum open', () => {
  const main = load('县级主线路', 15, 2, 4.5);
  expect(costOfLoads([main, load('灵泉街道线路', 10, 1, 5)])).toEqual({ people: 25, messages: 40, fen: 185 });
  expect(costOfLoads([main, load('乙', 2, 3)])).toEqual({ people: 17, messages: 36, fen: null });
});
