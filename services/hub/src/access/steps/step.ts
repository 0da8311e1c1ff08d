import { z } from 'zod';
import { question } from './question.ts';

const offer = z.strictObject({
  act: z.string().meta({
    description:
      'Last part of the address it is sent to, or the `type` of the step where these have one address',
  }),
  about: z
    .string()
    .nullable()
    .meta({ description: 'The part of the thing it is about, e.g. `comment/3`; null for the whole' }),
  label: z.string(),
  look: z.enum(['primary', 'plain', 'danger']),
  outward: z.boolean().meta({
    description:
      'Changes what the public sees and cannot be undone: its consequences are shown before the click',
  }),
  ask: z.array(question),
  given: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .meta({ description: 'Sent along with the answers and the version that was seen' }),
});
export type Offer = z.infer<typeof offer>;

/** One thing that whoever asks may do with this now, or why not although it is theirs to do. */
export const step = z
  .discriminatedUnion('allowed', [
    offer.extend({ allowed: z.literal(true) }),
    offer.extend({
      allowed: z.literal(false),
      why: z.string().meta({ description: 'What would be answered if it were tried' }),
    }),
  ])
  .meta({ id: 'Step' });
export type Step = z.infer<typeof step>;
export const steps = z.array(step).meta({
  description:
    'What whoever asks may do with it now. What is not listed makes no sense here or is not theirs',
});

/** An act as it is drawn; what is not said is: a plain button that asks nothing. */
export const offerOf = (act: string, label: string, more: Partial<Offer> = {}): Offer => ({
  act,
  about: null,
  label,
  look: 'plain',
  outward: false,
  ask: [],
  given: {},
  ...more,
});
