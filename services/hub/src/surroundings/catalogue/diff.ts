import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { nameOf, type Item } from './item.ts';

const named = z.object({ id: z.string(), name: z.string() });
const change = z.object({ element: z.string(), was: z.string(), is: z.string() });
export const catalogueDiff = z
  .object({
    added: z.array(named),
    removed: z.array(named),
    changed: z.array(named.extend({ changes: z.array(change) })),
  })
  .meta({ id: 'CatalogueDiff' });
export type CatalogueDiff = z.infer<typeof catalogueDiff>;

/** What a person reads of an item, element by element. */
const elements: readonly (readonly [string, (i: Item) => string])[] = [
  ['领域', (i) => i.field],
  ['一级事项', (i) => i.level1],
  ['二级事项', (i) => i.level2],
  ['三级事项', (i) => i.level3 ?? ''],
  ['公开内容', (i) => i.elements.join('、')],
  ['公开依据', (i) => i.basis.join('、')],
  ['公开时限', (i) => i.timeLimit.text],
  ['公开主体', (i) => i.body],
  ['牵头部门', (i) => i.lead ?? ''],
  ['公开渠道', (i) => i.channels.map((c) => `${c.required ? '■' : '□'}${c.code}${c.detail ?? ''}`).join(' ')],
  ['公开对象', (i) => i.audience.group ?? i.audience.scope],
  ['公开方式', (i) => i.manner ?? ''],
  ['公开层级', (i) => i.tier.join('、')],
  ['五公开', (i) => i.stage ?? ''],
  ['备注', (i) => i.note ?? ''],
];

/** What changed from one version of the catalogue to another, item by item. */
export function diffOf(before: readonly Item[], after: readonly Item[]): CatalogueDiff {
  const [old, now] = [new Map(before.map((i) => [i.id, i])), new Map(after.map((i) => [i.id, i]))];
  const brief = (i: Item): { id: string; name: string } => ({ id: i.id, name: nameOf(i) });
  return {
    added: after.filter((i) => !old.has(i.id)).map(brief),
    removed: before.filter((i) => !now.has(i.id)).map(brief),
    changed: after.flatMap((i) => {
      const was = old.get(i.id);
      if (was === undefined || isDeepStrictEqual(was, i)) return [];
      const changes = elements
        .map(([element, of]) => ({ element, was: of(was), is: of(i) }))
        .filter((c) => c.was !== c.is);
      return changes.length === 0 ? [] : [{ ...brief(i), changes }];
    }),
  };
}
