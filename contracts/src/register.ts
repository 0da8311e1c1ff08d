import { z } from 'zod';
import { audience } from './audience.ts';
import { channelId } from './edition.ts';
import { divisionCode } from './division.ts';
import { organisationCode, registeredTarget, target, targetId, targetKind, targetState } from './target.ts';

/** Asked over request/reply: what a channel's register holds, and changes of it. */

/** Why a row or a target was not taken, for the person who wrote it. */
export const registerProblem = z
  .strictObject({
    /** Row of the file, the header being 1; absent for a single target. */
    row: z.int().positive().optional(),
    target: z.string().optional(),
    /** Path in the target, e.g. `facts.width`. */
    field: z.string().optional(),
    message: z.string().min(1),
    remedy: z.string().min(1),
  })
  .meta({ id: 'RegisterProblem' });
export type RegisterProblem = z.infer<typeof registerProblem>;

const by = z.string().min(1).max(80);
/** Values of secret facts by name, to be kept and never told. */
const secrets = z.record(z.string().max(60), z.string().min(1).max(4000));

/** A target to be written. `expected`: the version that was read; null for a new one. */
export const targetToWrite = z.strictObject({ target, secrets, expected: z.int().positive().nullable() });
export type TargetToWrite = z.infer<typeof targetToWrite>;

export const targetFilter = z.strictObject({
  area: divisionCode.optional(),
  owner: organisationCode.optional(),
  kind: z.string().optional(),
  state: z.enum(['active', 'paused', 'retired']).optional(),
  /** Part of the id or the title. */
  words: z.string().max(60).optional(),
});
export type TargetFilter = z.infer<typeof targetFilter>;

export const registerAsked = z
  .discriminatedUnion('ask', [
    z.strictObject({ ask: z.literal('kinds') }),
    z.strictObject({
      ask: z.literal('list'),
      where: targetFilter,
      after: z.string().optional(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ ask: z.literal('one'), id: targetId }),
    /** All rows are written, or none. `apply: false` only says what would happen. */
    z.strictObject({
      ask: z.literal('write'),
      rows: z
        .array(targetToWrite.extend({ row: z.int().positive().optional() }))
        .min(1)
        .max(20_000),
      apply: z.boolean(),
      by,
    }),
    z.strictObject({ ask: z.literal('state'), id: targetId, to: targetState, expected: z.int(), by }),
    /** Which targets an audience means, before anything is published. */
    z.strictObject({ ask: z.literal('reach'), audience, owner: organisationCode.nullable() }),
  ])
  .meta({ id: 'RegisterAsked' });
export type RegisterAsked = z.infer<typeof registerAsked>;

const named = z.strictObject({ id: targetId, title: z.string() });

/** Whom an audience reaches on one channel. */
export const reach = z
  .strictObject({
    channel: channelId,
    /** One line per kind, e.g. 3 of 4 块屏; `of` counts the active ones. */
    kinds: z.array(
      z.strictObject({
        kind: z.string(),
        measure: z.string(),
        reached: z.int().nonnegative(),
        of: z.int().nonnegative(),
      }),
    ),
    reached: z.int().nonnegative(),
    of: z.int().nonnegative(),
    /** At most 50 of them, to look at. */
    sample: z.array(named).max(50),
    /** Meant, but their owner has not agreed to take notices of this organisation. */
    withoutConsent: z.array(named).max(50),
    /** Meant, but paused or retired now. */
    resting: z.array(named).max(50),
    /** Named one by one, and not in the register. */
    unknown: z.array(targetId).max(50),
  })
  .meta({ id: 'Reach' });
export type Reach = z.infer<typeof reach>;

export const registerAnswer = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('kinds'), kinds: z.array(targetKind) }),
    z.strictObject({
      answer: z.literal('list'),
      items: z.array(registeredTarget),
      total: z.int().nonnegative(),
      next: z.string().nullable(),
    }),
    z.strictObject({ answer: z.literal('one'), target: registeredTarget.nullable() }),
    /** `before` is null for a new target; nothing secret is in either. */
    z.strictObject({
      answer: z.literal('written'),
      applied: z.boolean(),
      changes: z.array(
        z.strictObject({
          row: z.int().positive().optional(),
          before: registeredTarget.nullable(),
          after: registeredTarget,
        }),
      ),
      unchanged: z.int().nonnegative(),
    }),
    z.strictObject({ answer: z.literal('reach'), reach }),
    /** Nothing was changed. */
    z.strictObject({ answer: z.literal('refused'), problems: z.array(registerProblem).min(1) }),
  ])
  .meta({ id: 'RegisterAnswer' });
export type RegisterAnswer = z.infer<typeof registerAnswer>;
