import { describe, expect, it } from 'vitest';
import { boardOfMonitor, postingsIn } from './standing.rows.ts';

const hash = 'a'.repeat(64);
const told = (more: object) => {
  const row = {
    edition: 1,
    channel: 'wechat',
    operation: 'publish',
    state: 'confirmed',
    attempts: 1,
    ...more,
  };
  return postingsIn(boardOfMonitor.parse({ publication: '7K3QZP4M', rows: [row], complete: true }).rows);
};

describe('a row of the ledger', () => {
  it('is a posting with all that the far end said of it', () => {
    expect(told({ evidence: { reference: '100000001', url: 'https://mp.example/1', hash } })).toEqual([
      { channel: 'wechat', edition: 1, reference: '100000001', url: 'https://mp.example/1', hash },
    ]);
  });

  it('is a posting at each place it was put up at, by the names that the far end gave them', () => {
    const places = [
      { target: 'county', title: '美丽开远', reference: 'r1', url: 'https://mp.example/1' },
      { target: 'street', title: '灵泉街道', reference: 'r2' },
    ];
    expect(told({ places, evidence: { reference: 'r1', hash } })).toEqual([
      {
        channel: 'wechat',
        edition: 1,
        target: 'county',
        reference: 'r1',
        url: 'https://mp.example/1',
        hash,
      },
      { channel: 'wechat', edition: 1, target: 'street', reference: 'r2', hash },
    ]);
  });

  it('is a posting without reference when it was tried and the far end never said one', () => {
    expect(told({ state: 'failed', attempts: 2 })).toEqual([{ channel: 'wechat', edition: 1 }]);
    expect(told({ state: 'refused', attempts: 1 })).toEqual([{ channel: 'wechat', edition: 1 }]);
  });

  it.each(['working', 'unknown'])('is a posting while it is %s, though no attempt was heard of', (state) => {
    expect(told({ state, attempts: 0 })).toEqual([{ channel: 'wechat', edition: 1 }]);
  });

  it.each(['expected', 'accepted', 'expired', 'superseded'])(
    'is none when it is %s and was never tried',
    (state) => {
      expect(told({ state, attempts: 0 })).toEqual([]);
    },
  );

  it('is none when it took something back', () => {
    expect(told({ operation: 'withdraw', evidence: { reference: '100000001' } })).toEqual([]);
  });

  it('keeps its reference though its hash is of a form that nobody knows', () => {
    expect(told({ evidence: { reference: '100000001', hash: 'md5:1' } })).toEqual([
      { channel: 'wechat', edition: 1, reference: '100000001' },
    ]);
  });
});
