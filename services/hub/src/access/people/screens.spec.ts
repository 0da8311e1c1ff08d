import { describe, expect, it } from 'vitest';
import type { Person } from '../person.ts';
import { anybody, Screens } from './screens.ts';

const who: Person = { name: 'li', title: '李', roles: ['editor'], organisation: 'kysrmzf' };

describe('the pages of the console', () => {
  it('are those that the subjects tell of, for whom they open them', () => {
    const walls = {
      screens: [{ key: 'walls', open: anybody, words: { state: { up: '完好', down: '倒塌' } } }],
    };
    const vault = { screens: [{ key: 'vault', open: () => false }] };

    expect(new Screens([walls, {}, vault]).of(who)).toEqual([
      {
        key: 'walls',
        steps: [],
        words: {
          state: [
            { value: 'up', title: '完好' },
            { value: 'down', title: '倒塌' },
          ],
        },
      },
    ]);
  });

  it('are each of one subject', () => {
    const walls = { screens: [{ key: 'walls', open: anybody }] };
    expect(() => new Screens([walls, walls])).toThrow('two subjects have a page “walls”');
  });
});
