import { describe, expect, it } from 'vitest';
import { Recently } from './recently.ts';

let now = 0;
const recently = () => new Recently<number>(() => new Date(now));
const counting = () => {
  let asked = 0;
  return async () => (asked += 1);
};

describe('what was found a moment ago', () => {
  it('is found once for all who ask together, and again a second later', async () => {
    const [kept, find] = [recently(), counting()];
    expect(await Promise.all([kept.of('a', find), kept.of('a', find)])).toEqual([1, 1]);
    now += 999;
    expect(await kept.of('a', find)).toBe(1);
    now += 1;
    expect(await kept.of('a', find)).toBe(2);
  });

  it('is nothing to who asks for something else', async () => {
    const [kept, find] = [recently(), counting()];
    expect([await kept.of('a', find), await kept.of('b', find)]).toEqual([1, 2]);
  });

  it('is found anew once it is forgotten, even while the former is still on its way and fails', async () => {
    const kept = recently();
    const former = Promise.withResolvers<number>();
    const before = kept.of('a', () => former.promise);
    kept.forget();
    const after = kept.of('a', async () => 2);
    former.reject(new Error('gone'));
    await expect(before).rejects.toThrow('gone');
    expect([await after, await kept.of('a', async () => 3)]).toEqual([2, 2]);
  });

  it('is no answer when it could not be found', async () => {
    const kept = recently();
    await expect(kept.of('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await kept.of('a', async () => 2)).toBe(2);
  });
});
