import { canonicalJson } from '@towncrier/content';
import type { Block } from '@towncrier/contracts';
import { diff3Merge } from 'node-diff3';
import type { MergeRegion } from '../../http/merge-region.ts';
import { wordsOf } from './blocks.diff.ts';

/**
 * Three-way comparison, block by block: what both left or only one of them changed is agreed, what both
 * changed is a conflict.
 * Blocks are told in words, one string each.
 */
export function compareThree(
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): readonly MergeRegion[] {
  const known = new Map([...base, ...mine, ...theirs].map((block) => [canonicalJson(block), block]));
  const words = (keys: readonly string[]): string[] => keys.map((key) => wordsOf(known.get(key) as Block));
  return diff3Merge(mine.map(canonicalJson), base.map(canonicalJson), theirs.map(canonicalJson), {
    excludeFalseConflicts: true,
  }).map((region) => {
    if (region.conflict === undefined) {
      const agreed = words(region.ok ?? []);
      return { kind: 'agreed', base: agreed, mine: agreed, theirs: agreed };
    }
    return {
      kind: 'conflict',
      base: words(region.conflict.o),
      mine: words(region.conflict.a),
      theirs: words(region.conflict.b),
    };
  });
}
