import { z } from 'zod';
import { divisionCode } from './division.ts';
import { venueKind } from './venue.kinds.ts';

/**
 * A target 终端 is one place where one channel shows something to people: an account, a recipient of messages,
 * a screen, a Wi-Fi venue, a notice board, a site. Each channel keeps its own register of them.
 */
export const targetId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'letters, digits, hyphens and underscores, at most 40')
  .meta({ id: 'TargetId', examples: ['strip-station'] });
export type TargetId = z.infer<typeof targetId>;

export const organisationCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export const groupName = z.string().trim().min(1).max(40);

/** `active` shows what is published · `paused` shows nothing new, with the reason · `retired` for ever. */
export const targetState = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('active') }),
  z.strictObject({ is: z.literal('paused'), reason: z.string().trim().min(1).max(200) }),
  z.strictObject({ is: z.literal('retired'), on: z.iso.date() }),
]);
export type TargetState = z.infer<typeof targetState>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const target = z
  .strictObject({
    /** Never used again, for nothing else, not even after it was retired. */
    id: targetId,
    title: z.string().trim().min(1).max(60),
    /** One of the kinds that the channel declares, e.g. `strip`. */
    kind: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
    /** The organisation that answers for it. */
    owner: organisationCode,
    area: divisionCode,
    venue: venueKind.nullable(),
    groups: z.array(groupName).max(20),
    /** WGS 84, degrees. */
    position: z
      .strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
      .nullable(),
    /** When people can see it, clock on the wall in China; null for always. */
    hours: z.strictObject({ from: clock, to: clock }).nullable(),
    /**
     * Whose notices it takes besides its owner's: the consent of the owner. Only kinds chosen by their owner
     * ask for it.
     */
    takes: z.union([z.literal('everybody'), z.array(organisationCode).max(200)]),
    state: targetState,
    /** What the channel must know of it, in the form the channel declares. Secret ones are never in here. */
    facts: z.record(z.string(), z.json()),
  })
  .meta({ id: 'Target' });
export type Target = z.infer<typeof target>;

/** A target as its register tells of it: `version` for compare-and-set, `secrets` the names that are set. */
export const registeredTarget = z
  .strictObject({
    ...target.shape,
    version: z.int().positive(),
    secrets: z.array(z.string()),
    /** Who changed it last, and when (ISO 8601). */
    changedBy: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'RegisteredTarget' });
export type RegisteredTarget = z.infer<typeof registeredTarget>;

/**
 * How targets of a kind are chosen for a publication: `place` by where they stand · `owner` the organisation's
 * own and those that take its notices (accounts) · `always` whatever the audience (a site that everybody may
 * open) · `never`, for what only carries messages to others (an SMS route): no audience means it, and it is
 * counted nowhere as a place that is reached.
 */
export const targetChoice = z.enum(['place', 'owner', 'always', 'never']);
export type TargetChoice = z.infer<typeof targetChoice>;

/** A kind of target as the channel declares it; `facts` is a JSON Schema of an object. */
export const targetKind = z
  .strictObject({
    id: z.string(),
    /** 中文, e.g. 条屏. */
    title: z.string(),
    /** The measure word with its noun: 3 块屏, 1,204 位收件人. */
    measure: z.string(),
    choice: targetChoice,
    /** Whether one added today shows what is in force. */
    catchesUp: z.boolean(),
    facts: z.record(z.string(), z.json()),
    /** Names of facts that are written and never read back. */
    secrets: z.array(z.string()),
  })
  .meta({ id: 'TargetKind' });
export type TargetKind = z.infer<typeof targetKind>;
