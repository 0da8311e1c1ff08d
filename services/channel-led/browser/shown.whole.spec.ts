import { describe, expect, it } from 'vitest';
import type { PlaylistItem } from '../src/playlist.format.ts';
import { ShownWhole } from './shown.whole.ts';

const pages = ['a', 'b', 'c'].map((sha256) => ({ url: '', sha256, bytes: 1, ms: 1000 }));
const item: PlaylistItem = {
  notice: '7K3QZP4M',
  edition: 1,
  kind: 'notice',
  title: '停水',
  text: '停水',
  priority: 0,
  from: '2026-11-23T01:00:00.000Z',
  to: '2026-11-30T01:00:00.000Z',
  pages,
};
const of = (...which: readonly number[]) => ({ item, pages: pages.filter((_, i) => which.includes(i)) });

describe('an item counts as shown', () => {
  it('at once where it was shown whole', () => {
    expect(new ShownWhole().add({ item, pages }, 5000, 3000)).toEqual({ start: 5000, ms: 3000 });
  });

  it('with the last of its pages, from when the first of them stood', () => {
    const whole = new ShownWhole();
    expect(whole.add(of(0, 1), 5000, 2000)).toBeNull();
    expect(whole.add(of(0), 300_000, 1000)).toBeNull();
    expect(whole.add(of(0, 2), 600_000, 2000)).toEqual({ start: 5000, ms: 5000 });
    expect(whole.add(of(0, 1), 900_000, 2000)).toBeNull();
  });

  it('not with pages of another edition', () => {
    const whole = new ShownWhole();
    whole.add(of(0, 1), 5000, 2000);
    const next = { ...item, edition: 2 };
    expect(whole.add({ item: next, pages: [{ url: '', sha256: 'c', bytes: 1, ms: 1000 }] }, 0, 1)).toBeNull();
  });
});
