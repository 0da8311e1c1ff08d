import { z } from 'zod';

const asked = {
  name: z.string().meta({ description: 'Under which the answer is sent' }),
  label: z.string(),
  required: z.boolean(),
};
const choice = z.strictObject({ value: z.string(), title: z.string() });
const template = z.strictObject({ title: z.string(), words: z.string() });
type Template = z.infer<typeof template>;
const longest = z.int().positive();

const cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), ...asked, longest }),
  z.strictObject({ kind: z.literal('choice'), ...asked, choices: z.array(choice).min(1) }),
]);

/** What a step needs to know from whoever takes it. Dates are civil dates in China, bounds inclusive. */
export const question = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('line'), ...asked, longest }),
    /** `templates`: what is often answered; each leaves open what has to be completed. */
    z.strictObject({
      kind: z.literal('text'),
      ...asked,
      longest,
      templates: z.array(template).min(1).readonly().optional(),
    }),
    z.strictObject({ kind: z.literal('number'), ...asked, from: z.int(), to: z.int() }),
    z.strictObject({
      kind: z.literal('date'),
      ...asked,
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
    }),
    z.strictObject({ kind: z.literal('choice'), ...asked, choices: z.array(choice).min(1) }),
    /** As a choice, on large buttons; a step that asks nothing else is taken with the last answer. */
    z.strictObject({ kind: z.literal('buttons'), ...asked, choices: z.array(choice).min(1) }),
    /** A reason code of the law, of those that `GET /catalogue/deny-codes` lists. */
    z.strictObject({ kind: z.literal('deny-code'), ...asked }),
    /** Has to be ticked. */
    z.strictObject({ kind: z.literal('consent'), ...asked }),
    /** On or off; off where nothing is said. */
    z.strictObject({ kind: z.literal('switch'), ...asked }),
    /**
     * A list in an order, each of whose rows answers these questions; null where it has none and is not
     * required. `known`: rows that can be taken as they are.
     */
    z.strictObject({
      kind: z.literal('rows'),
      ...asked,
      most: z.int().positive(),
      row: z.array(cell).min(1),
      known: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
    /** More than a few questions: the console has a form of its own. */
    z.strictObject({ kind: z.literal('form') }),
  ])
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;

export const form: Question = { kind: 'form' };
type Cell = z.infer<typeof cell>;
export const line = (name: string, label: string, longestLine: number): Cell => ({
  kind: 'line',
  name,
  label,
  required: true,
  longest: longestLine,
});
export const text = (
  name: string,
  label: string,
  longestText: number,
  templates?: readonly Template[],
): Question => ({
  kind: 'text',
  name,
  label,
  required: true,
  longest: longestText,
  ...(templates === undefined ? {} : { templates }),
});
export const date = (name: string, label: string, from: string | null, to: string | null): Question => ({
  kind: 'date',
  name,
  label,
  required: true,
  from,
  to,
});
export const number = (name: string, label: string, from: number, to: number): Question => ({
  kind: 'number',
  name,
  label,
  required: true,
  from,
  to,
});
export const choose = (name: string, label: string, titles: Readonly<Record<string, string>>): Cell => ({
  kind: 'choice',
  name,
  label,
  required: true,
  choices: Object.entries(titles).map(([value, title]) => ({ value, title })),
});
export const buttons = (name: string, label: string, values: readonly string[]): Question => ({
  kind: 'buttons',
  name,
  label,
  required: true,
  choices: values.map((value) => ({ value, title: value })),
});
export const denyCode = (name: string, label: string): Question => ({
  kind: 'deny-code',
  name,
  label,
  required: false,
});
export const onOrOff = (name: string, label: string): Question => ({
  kind: 'switch',
  name,
  label,
  required: false,
});
type Rows = Extract<Question, { kind: 'rows' }>;
export const rows = (name: string, label: string, of: Pick<Rows, 'most' | 'row' | 'known'>): Question => ({
  kind: 'rows',
  name,
  label,
  required: false,
  ...of,
});
export const consent = (name: string, label: string): Question => ({
  kind: 'consent',
  name,
  label,
  required: true,
});
