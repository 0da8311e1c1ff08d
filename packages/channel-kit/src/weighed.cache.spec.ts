import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeighedCache, weightOf } from './weighed.cache.ts';

const bytes = (count: number) => (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(count));
const never = (): Promise<never> => Promise.reject(new Error('computed again'));

describe('a cache that weighs what it keeps', () => {
  it('computes once, also for those who ask meanwhile', async () => {
    const cache = new WeighedCache(1000);
    let computed = 0;
    const compute = async (): Promise<string> => {
      computed += 1;
      return Promise.resolve('drawn');
    };
    const asked = [cache.get('a', compute), cache.get('a', compute)];
    expect(await Promise.all(asked)).toEqual(['drawn', 'drawn']);
    expect(await cache.get('a', never)).toBe('drawn');
    expect(computed).toBe(1);
  });

  it('lets go of what was asked for longest ago', async () => {
    const cache = new WeighedCache(1000);
    for (const key of ['a', 'b']) await cache.get(key, bytes(400));
    await cache.get('a', never);
    await cache.get('c', bytes(400));
    await cache.get('a', never);
    await expect(cache.get('b', never)).rejects.toThrow('computed again');
  });

  it('does not keep what failed', async () => {
    const cache = new WeighedCache(1000);
    await expect(cache.get('a', never)).rejects.toThrow('computed again');
    expect(await cache.get('a', bytes(1))).toHaveLength(1);
  });

  it('keeps nothing that is heavier than all there is room for, and nothing has to go for it', async () => {
    const cache = new WeighedCache(1000);
    await cache.get('small', bytes(100));
    await cache.get('huge', bytes(5000));
    await expect(cache.get('huge', never)).rejects.toThrow('computed again');
    expect(await cache.get('small', never)).toHaveLength(100);
  });

  it('never weighs more than it may, whatever is asked', async () => {
    const asked = fc.array(fc.tuple(fc.integer({ max: 9, min: 0 }), fc.integer({ min: 0, max: 1200 })));
    await fc.assert(
      fc.asyncProperty(asked, async (questions) => {
        const cache = new WeighedCache(1000);
        for (const [key, count] of questions) {
          await cache.get(String(key), bytes(count));
          expect(cache.weight).toBeLessThanOrEqual(1000);
          expect(cache.weight).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the weight of a rendition', () => {
  it('counts bytes and letters, what is named twice once', () => {
    const png = new Uint8Array(10_000);
    const once = weightOf({ title: '停水', pages: [{ png }] });
    expect(once).toBeGreaterThan(10_000);
    expect(weightOf({ title: '停水', pages: [{ png }, { png }] }) - once).toBeLessThan(1000);
    expect(weightOf('水'.repeat(500))).toBeGreaterThanOrEqual(1000);
  });
});
