import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToldTogether } from './told.together.ts';

describe('acknowledgements of one notice', () => {
  let told: string[];
  let acks: ToldTogether;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    acks = new ToldTogether((key) => told.push(key), 250);
  });
  afterEach(() => vi.useRealTimers());

  it('are told of at once when the first one comes', () => {
    acks.of('a');
    expect(told).toEqual(['a']);
  });

  it('of four thousand screens within a second are told of five times, the last one included', () => {
    for (let n = 0; n < 4000; n += 1) {
      acks.of('a');
      if (n % 4 === 3) vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1000);
    expect(told).toHaveLength(5);
  });

  it('do not wait for those of another notice', () => {
    acks.of('a');
    acks.of('b');
    expect(told).toEqual(['a', 'b']);
  });

  it('after a pause are told of at once again', () => {
    acks.of('a');
    vi.advanceTimersByTime(251);
    acks.of('a');
    expect(told).toEqual(['a', 'a']);
  });

  it('are told of no more once it is closed', () => {
    acks.of('a');
    acks.of('a');
    acks.close();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(['a']);
  });
});
