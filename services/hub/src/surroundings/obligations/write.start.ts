import { z } from 'zod';
import type { Item } from '../catalogue/item.ts';
import rows from './starts.json' with { type: 'json' };

/** Data: a county whose columns are called otherwise changes the rows. */
const starts = z
  .strictObject({
    types: z.array(
      z.strictObject({
        words: z.array(z.string().min(1)).min(1),
        type: z.string(),
        column: z.string().nullable(),
      }),
    ),
    columns: z.record(z.string(), z.string()),
    otherwise: z.strictObject({ type: z.string(), column: z.string() }),
  })
  .parse(rows);

/** What a draft for an item begins as. */
export const writeStart = z.object({ item: z.string(), type: z.string(), column: z.string() });
export type WriteStart = z.infer<typeof writeStart>;

/** By the most exact name of the item that says what it is; else as its field is published. */
export function startOf({ id, field, level1, level2, level3 }: Item): WriteStart {
  const names = [level3 ?? '', level2, level1];
  const own = starts.columns[field] ?? starts.otherwise.column;
  for (const name of names) {
    const found = starts.types.find(({ words }) => words.some((word) => name.includes(word)));
    if (found !== undefined) return { item: id, type: found.type, column: found.column ?? own };
  }
  return { item: id, type: starts.otherwise.type, column: own };
}
