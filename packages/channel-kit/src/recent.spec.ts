import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('recent results', () => {
  const counting = (): { readonly made: string[]; readonly of: (key: string) => Promise<string> } => {
    const made: string[] = [];
    const recent = new Recent<string>(2);
    const of = (key: string): Promise<string> =>
      recent.get(key, () => {
        made.push(key);
        return Promise.resolve(`${key}!`);
      });
    return { made, of };
  };

  it('are computed once, also when asked for at the same time', async () => {
    const { made, of } = counting();
    expect(await Promise.all([of('a'), of('a'), of('a')])).toEqual(['a!', 'a!', 'a!']);
    expect(made).toEqual(['a']);
  });

  it('are forgotten in the order in which they came, the oldest first', async () => {
    const { made, of } = counting();
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await of(key);
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('do not keep a failure', async () => {
    const recent = new Recent<number>(2);
    await expect(recent.get('a', () => Promise.reject(new Error('no font')))).rejects.toThrow('no font');
    expect(await recent.get('a', () => Promise.resolve(7))).toBe(7);
  });
});
