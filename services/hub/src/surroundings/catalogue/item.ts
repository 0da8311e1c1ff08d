import { z } from 'zod';
import { channels, fields, manners, stages, tiers } from './vocabulary.ts';

const oneOf = (terms: readonly { readonly code: string }[]) =>
  z.enum(terms.map((t) => t.code) as [string, ...string[]]);
const line = z.string().trim().max(400);

/** 公开时限 as it is written, and what a machine understands of it. */
const timeLimit = z.strictObject({ text: line, rules: z.array(z.looseObject({ kind: z.string() })) });
export type TimeLimit = z.infer<typeof timeLimit>;

/**
 * One row of the disclosure catalogue. Its six elements (name, basis, content, body, time limit, manner) may
 * be empty here:
 * such a row is kept and shown, but cannot take effect.
 */
export const item = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{2,8}-\d{2,4}$/),
    field: oneOf(fields),
    level1: line,
    level2: line,
    level3: line.nullable(),
    elements: z.array(line.min(1)),
    basis: z.array(line.min(1)),
    timeLimit,
    body: line,
    lead: line.nullable(),
    channels: z.array(
      z.strictObject({ code: oneOf(channels), required: z.boolean(), detail: line.optional() }),
    ),
    audience: z.strictObject({ scope: z.enum(['all', 'specific']), group: line.optional() }),
    manner: oneOf(manners).nullable(),
    tier: z.array(oneOf(tiers)),
    stage: oneOf(stages).nullable(),
    provenance: z
      .strictObject({
        kind: z.enum(['substance', 'composed', 'unverified']),
        sources: z.array(z.string()),
        note: z.string().optional(),
      })
      .optional(),
    note: z.string().max(2000).optional(),
  })
  .meta({ id: 'CatalogueItem' });
export type Item = z.infer<typeof item>;

/** 公开事项 by its most exact name. */
export const nameOf = (i: Item): string => i.level3 ?? i.level2;
