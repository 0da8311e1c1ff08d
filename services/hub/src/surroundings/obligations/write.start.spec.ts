import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import shipped from '../catalogue/data/disclosure-items.json' with { type: 'json' };
import { item, type Item } from '../catalogue/item.ts';
import columns from '../columns/columns.json' with { type: 'json' };
import { typeOf } from '../publication-types/publication.type.ts';
import { startOf } from './write.start.ts';

const items = z.array(item).parse(shipped.items);
const named = (level1: string, level2: string, level3: string | null = null): Item => ({
  ...(items[0] as Item),
  id: 'HJBH-99',
  field: 'HJBH',
  level1,
  level2,
  level3,
});

describe('what a draft for an item begins as', () => {
  it('is told by its most exact name', () => {
    expect(startOf(named('行政处罚', '环保办事指南'))).toEqual({
      item: 'HJBH-99',
      type: 'service-guide',
      column: 'bszn',
    });
    expect(startOf(named('环境监管', '处罚流程')).type).toBe('decision');
    expect(startOf(named('行政许可', '其他')).column).toBe('xzxk');
  });

  it('is a notice in the column of its field where no name says more', () => {
    expect(startOf(named('公共服务事项', '环境质量信息'))).toMatchObject({
      type: 'general-notice',
      column: 'sthj',
    });
  });

  it('is a type and a column that there are, for every item of the catalogue', () => {
    const known = new Set(columns.map(({ code }) => code));
    for (const one of items) {
      const start = startOf(one);
      expect(typeOf(start.type), one.id).not.toBeNull();
      expect(known, one.id).toContain(start.column);
    }
  });
});
