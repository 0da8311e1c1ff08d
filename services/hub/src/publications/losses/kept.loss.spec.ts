import type { Loss } from '@towncrier/content';
import { describe, expect, it } from 'vitest';
import { findingsOf, keptLosses, openLosses } from './kept.loss.ts';

const struck: Loss = { kind: 'struck-text', where: '第3段', count: 1, excerpt: '300' };
const ruby: Loss = { kind: 'ruby', where: '第1段', count: 1 };
const checked = { by: 'editor', at: '2026-11-28T02:00:00.000Z' };

describe('the losses of an edition', () => {
  it('stop it until somebody has compared them, where they change what it says', () => {
    const losses = keptLosses([struck, ruby]);
    expect(openLosses(losses).map(({ kind }) => kind)).toEqual(['struck-text']);
    expect(findingsOf(losses)).toMatchObject([
      { rule: 'import-loss', severity: 'block', message: '第3段：带删除线的文字“300”没有导入。' },
      { rule: 'import-loss', severity: 'advise' },
    ]);
  });

  it('that were compared are told to the reviewer, and by whom', () => {
    const losses = keptLosses([struck]).map((loss) => ({ ...loss, checked }));
    expect(openLosses(losses)).toEqual([]);
    expect(findingsOf(losses)).toMatchObject([{ severity: 'advise', remedy: '“editor”已对照原文核对。' }]);
  });

  it('are not asked again when a new source has the same ones, and are when it has others', () => {
    const before = keptLosses([struck]).map((loss) => ({ ...loss, checked }));
    expect(keptLosses([struck], before)).toEqual(before);
    expect(openLosses(keptLosses([{ ...struck, excerpt: '400' }], before))).toHaveLength(1);
  });
});
