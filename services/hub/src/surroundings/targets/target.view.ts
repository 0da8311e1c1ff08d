import { channelId, registeredTarget, targetKind, target, targetFilter } from '@towncrier/contracts';
import { z } from 'zod';
import { steps } from '../../access/steps/step.ts';

/** A target without what only its channel must know of it. */
export const targetSummary = registeredTarget
  .omit({ facts: true, secrets: true })
  .meta({ id: 'TargetSummary' });
export type TargetSummary = z.infer<typeof targetSummary>;
/** Values as the channel's own schema describes them. */
const facts = z.record(z.string(), z.unknown());
export const targetDetail = registeredTarget
  .extend({
    facts,
    secrets: z
      .array(z.string())
      .meta({ description: 'Names of secret facts that are set; never their values' }),
    steps,
  })
  .meta({ id: 'TargetDetail' });
export type TargetDetail = z.infer<typeof targetDetail>;

export const targetPage = z.object({
  items: z.array(targetSummary),
  total: z.int().nonnegative(),
  next: z.string().nullable().meta({ description: 'Goes into `after` for the next page' }),
});
export type TargetPage = z.infer<typeof targetPage>;

export const register = z
  .object({ channel: channelId, title: z.string(), kinds: z.array(targetKind.extend({ facts })), steps })
  .meta({ id: 'Register' });
export type Register = z.infer<typeof register>;

export const targetQuery = targetFilter.extend({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type TargetQuery = z.infer<typeof targetQuery>;

const version = z.int().positive();
const reason = z.string().trim().min(1).max(200);
const { id: _id, state: _state, ...written } = target.shape;
/** All of a target but its state, which has acts of its own. */
export const putTarget = z
  .strictObject({
    version: version.nullable().meta({ description: 'The version that was seen; null for a new target' }),
    ...written,
    facts,
    secrets: z
      .record(z.string().max(60), z.string().min(1).max(4000))
      .default({})
      .meta({ description: 'Written and never read back; what is left out stays' }),
  })
  .meta({ id: 'PutTarget' });
export type PutTarget = z.infer<typeof putTarget>;
export const turnTarget = z.strictObject({ version, reason }).meta({ id: 'TurnTarget' });
export type TurnTarget = z.infer<typeof turnTarget>;

export const importQuery = z.strictObject({
  apply: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true')
    .meta({ description: '`false` only says what would happen' }),
});
export const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') });

/** What became of the rows of a file; a refusal tells of its rows as a problem does. */
export const importReport = z
  .object({
    applied: z.boolean(),
    created: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    rows: z
      .array(
        z.object({
          row: z.int().positive(),
          target: z.string(),
          title: z.string(),
          what: z.enum(['created', 'changed']),
          fields: z.array(z.string()).meta({ description: 'What is different now' }),
        }),
      )
      .meta({ description: 'The first five hundred' }),
  })
  .meta({ id: 'TargetImport' });
export type ImportReport = z.infer<typeof importReport>;
