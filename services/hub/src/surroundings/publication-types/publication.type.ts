import { essentialKind } from '@towncrier/contracts';
import { z } from 'zod';
import { plainProposal, proposal } from '../../publications/proposal.ts';
import rows from './types.json' with { type: 'json' };

export const fieldKind = z.enum([
  'text',
  'long',
  'date',
  'period',
  'phone',
  'number',
  'choice',
  'publication',
  'list',
]);
/** One field of the editor's form. */
export const formField = z.object({
  key: z.string(),
  title: z.string(),
  kind: fieldKind,
  required: z.boolean(),
  choices: z.array(z.string()).optional(),
});
export type FormField = z.infer<typeof formField>;

const said = {
  rule: z.string(),
  severity: z.enum(['block', 'advise']).default('block'),
  message: z.string(),
  remedy: z.string(),
  source: z.string(),
};
/** What fields have to satisfy together; each check is a small predicate, its numbers and names are data. */
export const gate = z.discriminatedUnion('check', [
  z.object({ check: z.literal('requiresOneOf'), fields: z.array(z.string()).min(1), ...said }),
  z.object({ check: z.literal('linkedTo'), field: z.string(), type: z.string(), ...said }),
  z.object({
    check: z.literal('minDays'),
    field: z.string(),
    days: z.int().positive(),
    unless: z.string().optional(),
    ...said,
  }),
  z.object({ check: z.literal('noticePeriod'), field: z.string(), ruleField: z.string(), ...said }),
]);
export type Gate = z.infer<typeof gate>;

/** What its readers must learn even from two lines; read from the words, or written by the editor. */
const needs = z.array(essentialKind);

/** A kind of publication with the elements it must have. Data: a county adds a type by adding a row. */
export const publicationType = z.object({
  code: z.string(),
  title: z.string(),
  basis: z.string(),
  fields: z.array(formField),
  gates: z.array(gate),
  needs: needs.default([]),
  /** Where it goes, how urgently and for whom, where the editor does not choose. */
  goes: proposal.default(() => proposal.parse(plainProposal)),
});
export type PublicationType = z.infer<typeof publicationType>;

export const publicationTypes: readonly PublicationType[] = z.array(publicationType).parse(rows);
export const typeOf = (code: string): PublicationType | null =>
  publicationTypes.find((t) => t.code === code) ?? null;
