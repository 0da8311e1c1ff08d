import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approved,
  corrected,
  edited,
  hashOf,
  released,
  Story,
  submitted,
  written,
} from '../../testing/story.ts';
import { newest, type Publication } from '../publication.ts';
import { comparisonsOf, usual } from './comparisons.ts';

const saw = (letter: string, day = '01') => ({
  contentHash: hashOf(letter),
  at: `2026-11-${day}T00:00:00.000Z`,
});
const usualOf = (name: string, p: Publication, seen = [] as readonly ReturnType<typeof saw>[]) => {
  const { against, contentHash } = usual({ name }, p, comparisonsOf({ name }, p, seen));
  return [against, contentHash];
};
const first = (): Story => new Story().given('li', written()).given('li', submitted());
const sentAgain = (): Story => first().given('li', edited('b')).given('li', submitted());

describe('what a person holds a text against, unless they choose', () => {
  it('is nothing for whoever sees a first edition for the first time', () => {
    expect(usualOf('wang', first().publication, [saw('a')])).toEqual(['nothing', null]);
  });

  it('is what they saw before, once it was changed', () => {
    expect(usualOf('wang', sentAgain().publication, [saw('b', '02'), saw('a')])).toEqual([
      'seen',
      hashOf('a'),
    ]);
  });

  it('is what they reviewed, where nobody noted that they looked', () => {
    const again = first().given('wang', approved()).given('li', edited('b')).given('li', submitted());
    expect(usualOf('wang', again.publication)).toEqual(['seen', hashOf('a')]);
  });

  it('is what the public sees for whoever sees a correction for the first time', () => {
    const p = released().given('zhao', corrected('c')).publication;
    expect(usualOf('sun', p)).toEqual(['force', hashOf('a')]);
    expect(comparisonsOf({ name: 'sun' }, p, []).at(-1)?.label).toBe('现行第 1 版');
  });

  it('is what was approved for whoever writes', () => {
    const again = first().given('wang', approved()).given('li', edited('b'));
    expect(usualOf('li', again.publication, [saw('f')])).toEqual(['approval', hashOf('a')]);
  });

  it('never is the edition in force itself', () => {
    expect(comparisonsOf({ name: 'sun' }, released().publication, []).map((c) => c.against)).toEqual([
      'nothing',
      'approval',
    ]);
  });

  it('is always one of those that are offered, each once, and seen is never the same text', () => {
    const letters = fc.constantFrom('a', 'b', 'c');
    const story = fc.constantFrom(first, sentAgain, released, () => released().given('zhao', corrected('c')));
    fc.assert(
      fc.property(
        story,
        fc.array(letters, { maxLength: 2 }),
        fc.constantFrom('li', 'wang', 'sun'),
        (told, seen, name) => {
          const p = told().publication;
          const offered = comparisonsOf(
            { name },
            p,
            seen.map((letter) => saw(letter)),
          );
          expect(offered).toContainEqual(usual({ name }, p, offered));
          expect(new Set(offered.map((o) => o.against)).size).toBe(offered.length);
          expect(offered.find((o) => o.against === 'seen')?.contentHash).not.toBe(newest(p).contentHash);
        },
      ),
    );
  });
});
