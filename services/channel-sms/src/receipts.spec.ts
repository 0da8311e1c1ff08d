import { describe, expect, it } from 'vitest';
import { judgeReceipts } from './receipts.ts';

const startedAt = '2026-11-23T08:00:00.000Z';
const judged = (delivered: number, failed: number, now = startedAt) =>
  judgeReceipts({ total: 3, delivered, failed, startedAt, now });
const almost = '2026-11-23T08:00:59.999Z';
const minute = '2026-11-23T08:01:00.000Z';

describe('reports of handsets', () => {
  it('are enough when all are in, whatever they say', () => {
    expect(judged(3, 0)).toEqual({ enough: true, words: '送达 3/3' });
    expect(judged(2, 1)).toEqual({ enough: true, words: '送达 2/3，失败 1' });
    expect(judged(0, 3)).toEqual({ enough: true, words: '送达 0/3，失败 3' });
  });

  it('are waited for a minute when one got it: a handset may be off for days', () => {
    expect(judged(1, 0, almost).enough).toBe(false);
    expect(judged(1, 0, minute).enough).toBe(true);
  });

  it('are waited for longer when nobody got it', () => {
    expect(judged(0, 0, '2026-11-24T08:00:00.000Z').enough).toBe(false);
    expect(judged(0, 2, minute).enough).toBe(false);
  });
});
