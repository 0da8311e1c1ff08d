import { describe, expect, it } from 'vitest';
import type { ReachTold } from './reach.desk.ts';
import { allWords, reachWords } from './reach.words.ts';

const kind = (measure: string, reached: number, of: number) => ({ kind: measure, measure, reached, of });
const told = (channel: string, ...kinds: ReturnType<typeof kind>[]): ReachTold => ({
  channel,
  is: 'told',
  reach: {
    channel,
    kinds,
    reached: kinds.reduce((sum, k) => sum + k.reached, 0),
    of: kinds.reduce((sum, k) => sum + k.of, 0),
    sample: [],
    withoutConsent: [],
    resting: [],
    unknown: [],
  },
});

describe('whom an audience reaches, in a line', () => {
  it('counts kinds of the same measure together, and others apart', () => {
    expect(reachWords(told('led', kind('块屏', 2, 2), kind('块屏', 1, 2)))).toBe('3/4 块屏');
    expect(reachWords(told('led', kind('块屏', 2, 2), kind('台一体机', 1204, 2000)))).toBe(
      '2 块屏 · 1,204/2,000 台一体机',
    );
  });

  it('speaks of no kind that the channel has none of', () => {
    expect(reachWords(told('led', kind('块屏', 0, 0)))).toBe('没有在用的终端');
    expect(reachWords(told('led', kind('块屏', 0, 3), kind('台一体机', 0, 0)))).toBe('0/3 块屏');
  });

  it('puts all channels into one line, or says why there is nothing to count', () => {
    const silent = { channel: 'sms', is: 'silent' } as ReachTold;
    expect(allWords([told('led', kind('块屏', 2, 2)), silent])).toBe('2 块屏');
    expect(allWords([silent])).toBe('没有渠道应答');
    expect(allWords([told('website')])).toBe('所选渠道不分终端');
  });
});
