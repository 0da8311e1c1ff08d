import { describe, expect, it } from 'vitest';
import type { Row } from './hub.client.ts';
import { asJson, isAtRest, rowsOf, stepOf } from './outcome.ts';

const row = (channel: string, more: Partial<Row> = {}): Row => ({
  channel,
  edition: 1,
  operation: 'publish',
  state: 'confirmed',
  words: '已核实',
  ms: 900,
  ...more,
});
const publication = {
  id: '7K3QZP4M',
  version: 4,
  channels: ['weibo', 'led'],
  editions: [
    { edition: 1, contentHash: 'aa' },
    { edition: 2, contentHash: 'bb' },
  ],
};

describe('what became of a publication', () => {
  it('is complete when every channel was seen to show it', () => {
    const step = stepOf(
      publication,
      1,
      'publish',
      [row('weibo'), row('led', { evidence: { url: 'http://led/', hash: 'cc', detail: '屏幕已显示' } })],
      true,
      1500,
    );
    expect(step).toEqual({
      publication: '7K3QZP4M',
      edition: 1,
      contentHash: 'aa',
      operation: 'publish',
      complete: true,
      ms: 1500,
      channels: {
        led: { state: 'confirmed', ms: 900, url: 'http://led/', hash: 'cc', detail: '屏幕已显示' },
        weibo: { state: 'confirmed', ms: 900, url: null, hash: null, detail: '已核实' },
      },
    });
  });

  it('is not complete while one channel failed, even if the ledger were to say so', () => {
    expect(stepOf(publication, 1, 'publish', [row('weibo', { state: 'failed' })], true, 1).complete).toBe(
      false,
    );
    expect(stepOf(publication, 1, 'publish', [], true, 1).complete).toBe(false);
  });

  it('looks only at the operation that was asked for', () => {
    const rows = [
      row('weibo'),
      row('weibo', { edition: 2 }),
      row('weibo', { edition: 2, operation: 'withdraw' }),
    ];
    expect(rowsOf({ rows, complete: false }, 2, 'correct')).toEqual([rows[1]]);
    expect(rowsOf({ rows, complete: false }, 2, 'withdraw')).toEqual([rows[2]]);
  });

  it('rests when no channel will move by itself', () => {
    expect(isAtRest([row('weibo'), row('led', { state: 'failed' })])).toBe(true);
    expect(isAtRest([row('weibo'), row('led', { state: 'unknown' })])).toBe(false);
    expect(isAtRest([])).toBe(false);
  });

  it('is one JSON document, with the steps that followed in "then"', () => {
    const step = stepOf(publication, 1, 'publish', [row('weibo')], true, 1);
    expect(JSON.parse(asJson([step]))).toEqual(step);
    expect(JSON.parse(asJson([step, step]))).toEqual({ ...step, then: [step] });
  });
});
