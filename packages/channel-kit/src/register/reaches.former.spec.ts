import type { EditionReleased } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { MemoryCollection } from '../testing/memory.collection.ts';
import { Reaches, type ReachDoc } from './reaches.ts';

describe('whom an edition is meant for', () => {
  it('stays as it was when it was accepted, whoever comes later', async () => {
    const others = ['meili-kaiyuan'];
    const reaches = new Reaches(new MemoryCollection<ReachDoc>(), () =>
      Promise.resolve({ catchingUp: [], others }),
    );
    await reaches.keep('delivery', {} as EditionReleased, null);
    others.push('newcomer');
    expect(await reaches.of('delivery')).toEqual(['meili-kaiyuan']);
  });

  it('is everybody where it was accepted by a release that knew no audiences', async () => {
    const asked: unknown[] = [];
    const reaches = new Reaches(new MemoryCollection<ReachDoc>(), (meant) => {
      asked.push(meant);
      return Promise.resolve({ catchingUp: ['strip'], others: ['meili-kaiyuan'] });
    });
    expect(await reaches.of('delivery-of-that-time')).toEqual(['strip', 'meili-kaiyuan']);
    expect(asked).toEqual([{ audience: { scope: 'all' }, owner: null }]);
  });
});
