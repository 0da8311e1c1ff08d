import { describe, expect, it } from 'vitest';
import type { Item } from './screen.box.ts';
import { pageAt } from './wall.ts';

const item = (notice: string, ...pages: readonly number[]): Item => ({
  notice,
  edition: 1,
  kind: 'notice',
  title: notice,
  text: notice,
  priority: 0,
  from: '',
  to: '',
  pages: pages.map((ms, i) => ({ url: '', sha256: `${notice}${i}`, bytes: 1, ms })),
});

describe('the page a simulated screen shows', () => {
  const items = [item('a', 3000, 2000), item('b', 4000)];
  const at = (ms: number): string | undefined => pageAt(items, ms)?.sha256;

  it('is each one for as long as the playlist says, then the first again', () => {
    expect([0, 2999, 3000, 4999, 5000, 8999].map(at)).toEqual(['a0', 'a0', 'a1', 'a1', 'b0', 'b0']);
  });

  it('is none when nothing is due', () => {
    expect(pageAt([], 1234)).toBeNull();
  });
});
