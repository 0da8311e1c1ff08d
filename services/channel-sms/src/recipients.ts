import { readFile } from 'node:fs/promises';
import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

const mobile = /^1[3-9]\d{9}$/;

export const recipient = z.object({ _id: z.string().regex(mobile), version: z.int(), active: z.boolean() });
export type Recipient = z.infer<typeof recipient>;
export const recipients: CollectionSpec<Recipient> = {
  name: 'recipients',
  schemaVersion: 1,
  schema: recipient,
  indexes: [['active']],
};

/** What became of one message to one number. */
export const result = z.object({
  _id: z.string(),
  version: z.int(),
  delivery: z.string(),
  call: z.string(),
  phone: z.string(),
  state: z.enum(['submitted', 'delivered', 'failed']),
  receipt: z.string(),
  code: z.string(),
  at: z.string(),
});
export type Result = z.infer<typeof result>;
export const results: CollectionSpec<Result> = {
  name: 'results',
  schemaVersion: 1,
  schema: result,
  indexes: [
    ['call', 'state'],
    ['delivery', 'phone'],
  ],
};

export async function* activeNumbers(collection: Collection<Recipient>): AsyncIterable<string> {
  let after: string | undefined;
  do {
    const page = await collection.find(
      { active: true },
      { limit: 1000, ...(after === undefined ? {} : { after }) },
    );
    for (const { _id } of page.items) yield _id;
    after = page.cursor;
  } while (after !== undefined);
}

/**
 * Adds the numbers of a file; with a twin and no numbers at all, 25 invented ones (the 199 9990 block is for
 * demonstrations here).
 * @returns how many are new
 */
export async function stock(
  collection: Collection<Recipient>,
  file: string | undefined,
  demonstrate: boolean,
): Promise<number> {
  const listed =
    file === undefined
      ? []
      : (await readFile(file, 'utf8'))
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => mobile.test(line));
  const empty = (await collection.count({ active: true })) === 0;
  const numbers =
    listed.length === 0 && demonstrate && empty
      ? Array.from({ length: 25 }, (_, i) => `1999990${String(i + 1).padStart(4, '0')}`)
      : listed;
  const added = await Promise.all(numbers.map((number) => collection.insert({ _id: number, active: true })));
  return added.filter(Boolean).length;
}
