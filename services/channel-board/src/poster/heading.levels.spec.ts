import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetBlock } from '../render/board.blocks.ts';
import { withOrderedHeadings } from './heading.levels.ts';

const level = fc.constantFrom(2 as const, 3 as const, 4 as const, 5 as const);
const heading = (of: 2 | 3 | 4 | 5): SheetBlock => ({ kind: 'heading', level: of, runs: [] });
const levels = (blocks: readonly SheetBlock[]): number[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.level];
    return block.kind === 'quote' ? levels(block.blocks) : [];
  });

describe('the headings of a sheet', () => {
  it('skip no level, whatever levels the notice skips', () => {
    fc.assert(
      fc.property(fc.array(level), fc.array(level), (before, quoted) => {
        const blocks: SheetBlock[] = [...before.map(heading), { kind: 'quote', blocks: quoted.map(heading) }];
        let above = 1;
        for (const next of levels(withOrderedHeadings(blocks))) {
          expect(next).toBeGreaterThanOrEqual(2);
          expect(next).toBeLessThanOrEqual(above + 1);
          above = next;
        }
      }),
    );
  });

  it('stay as they are where no level was skipped', () => {
    const blocks = ([2, 3, 4, 5, 2, 3, 3, 2] as const).map(heading);
    expect(withOrderedHeadings(blocks)).toEqual(blocks);
  });

  it('of one kind stay of one kind', () => {
    expect(levels(withOrderedHeadings(([3, 5, 3, 5] as const).map(heading)))).toEqual([2, 3, 2, 3]);
  });
});
