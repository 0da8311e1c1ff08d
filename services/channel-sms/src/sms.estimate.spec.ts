import { describe, expect, it } from 'vitest';
import { costOfLoads, estimateWords, type Load } from './sms.estimate.ts';

const load = (title: string, people: number, fragments: number, price?: number): Load => ({
  route: { title, ...(price === undefined ? {} : { price }) },
  people,
  fragments,
});

describe('what a message would cost', () => {
  it('is people times fragments times the price of their route, each route by itself', () => {
    expect(estimateWords([load('县级主线路', 15, 2, 4.5), load('灵泉街道线路', 10, 1, 5)], 0)).toEqual([
      '发给 25 人，估计 1.85 元（按线路登记的单价估算，以短信平台账单为准）',
      '县级主线路：15 人 × 2 条 = 30 条 × 4.5 分 = 1.35 元',
      '灵泉街道线路：10 人 × 1 条 = 10 条 × 5 分 = 0.50 元',
    ]);
  });

  it('is not guessed where the price of a route is unknown, not even in part', () => {
    const [sum, , unknown] = estimateWords([load('甲', 1, 1, 4), load('乙', 2, 3)], 1);
    expect(sum).toBe('发给 3 人（按线路登记的单价估算，以短信平台账单为准）');
    expect(unknown).toBe('乙：2 人 × 3 条 = 6 条，线路没有登记单价，不估算费用');
  });

  it('says who would get nothing, and rounds up to a whole 分', () => {
    expect(estimateWords([load('甲', 1, 1, 4.05)], 3)).toEqual([
      expect.stringContaining('估计 0.05 元'),
      expect.any(String),
      '3 人的线路不通，不会收到',
    ]);
  });
});

it('the figures are those of the words; a price that is not known leaves the sum open', () => {
  const main = load('县级主线路', 15, 2, 4.5);
  expect(costOfLoads([main, load('灵泉街道线路', 10, 1, 5)])).toEqual({ people: 25, messages: 40, fen: 185 });
  expect(costOfLoads([main, load('乙', 2, 3)])).toEqual({ people: 17, messages: 36, fen: null });
});
