import { z } from 'zod';
import fieldRows from './data/fields.json' with { type: 'json' };
import codeRows from './data/reason-codes.json' with { type: 'json' };
import rows from './data/vocabulary.json' with { type: 'json' };

const term = z.strictObject({ code: z.string(), name: z.string(), aliases: z.array(z.string()) });
type Term = z.infer<typeof term>;

const words = z
  .strictObject({
    stages: z.array(term),
    tiers: z.array(term),
    manners: z.array(term),
    channels: z.array(term),
    marks: z.strictObject({ required: z.array(z.string()), optional: z.array(z.string()) }),
  })
  .parse(rows);

/**
 * 五公开, 公开层级, 公开方式 and 公开渠道 as the standard guides name them, and the names that occur besides.
 */
export const { stages, tiers, manners, channels, marks } = words;

/** The fields (领域) of the county's catalogue. */
export const fields = z.array(term.extend({ lead: z.string(), source: z.string() })).parse(fieldRows);

/**
 * Why something may, or must, stay closed (《政府信息公开条例》第十四至十六条). `duty`: must not be open,
 * must not unless, need not.
 */
export const denyCodes = z
  .array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      article: z.string(),
      words: z.string(),
      duty: z.enum(['must', 'must-unless', 'may']),
    }),
  )
  .parse(codeRows);

/** The article behind a reason. @throws for a code that is none */
export function articleOf(code: string): string {
  const found = denyCodes.find((c) => c.code === code);
  if (found === undefined) throw new Error(`data/reason-codes.json has no “${code}”`);
  return found.article;
}

/** The code of a name, an alias or a code; null for an unknown one. */
export function codeOf(terms: readonly Term[], said: string): string | null {
  const word = said.trim();
  return terms.find((t) => t.code === word || t.name === word || t.aliases.includes(word))?.code ?? null;
}

/** Code → name, in their order. */
export const namesOf = (terms: readonly Term[]): Readonly<Record<string, string>> =>
  Object.fromEntries(terms.map(({ code, name }) => [code, name]));
