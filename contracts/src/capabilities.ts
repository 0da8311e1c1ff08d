import { z } from 'zod';
import { audience } from './audience.ts';
import { channelId, edition, instant, sha256 } from './edition.ts';
import { ownPart } from './own.words.ts';
import { organisationCode } from './target.ts';

/**
 * How a withdrawal ends: `erase` the far end forgets it · `replace` a notice of withdrawal stands in its
 * place ·
 * `follow-up` it cannot be unsent, a second message tells · `mark` the copy stays, its QR code says it is
 * void.
 */
export const recall = z.enum(['erase', 'replace', 'follow-up', 'mark']);
export type Recall = z.infer<typeof recall>;

/**
 * One declared limit: `check` must refuse what exceeds it. `field` is a path in the edition, `unit` e.g.
 * `characters`. `shortened`: nothing is refused, the channel shortens it by the rule for titles.
 */
export const limit = z.object({
  field: z.string(),
  max: z.int().positive(),
  unit: z.string(),
  source: z.string(),
  shortened: z.boolean().optional(),
});
export type Limit = z.infer<typeof limit>;

/**
 * Hours in which nobody is disturbed, the clock on the wall in China; `to` before `from` is on the next day.
 */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const quietHours = z.object({ from: clock, to: clock });
export type QuietHours = z.infer<typeof quietHours>;

export const capabilities = z
  .object({
    recall,
    /**
     * How a correction appears: `in-place` under the same address · `new-post` beside the first one, which is
     * recalled or corrected.
     */
    revise: z.enum(['in-place', 'new-post']),
    receipts: z.enum(['none', 'pull', 'push']),
    targets: z.string(),
    limits: z.array(limit),
    /** What may be written for it alone; absent where all of it follows the main text. */
    ownWords: z.array(ownPart).optional(),
    quota: z.string().optional(),
    /** Shapes to which the channel cuts the picture that stands for a text. */
    cuts: z
      .array(z.object({ title: z.string().min(1), width: z.int().positive(), height: z.int().positive() }))
      .optional(),
    /** Longest time (ms) between acceptance by the far end and `observe` being able to see it. */
    visibleWithinMs: z.int().nonnegative(),
    /** Plain Chinese, shown before the click. */
    consequences: z.object({ correct: z.string().min(1), withdraw: z.string().min(1) }),
  })
  .meta({ id: 'Capabilities' });
export type Capabilities = z.infer<typeof capabilities>;

/** A channel's entry in the channel directory (KV), refreshed while it lives. */
export const channelAnnounced = z
  .object({
    id: channelId,
    title: z.string().min(1),
    /** Contract majors it reads, e.g. `edition-released.v1`. */
    consumes: z.array(z.string()),
    can: capabilities,
    /** `twin`: a fake far end; `live`: the real platform. */
    mode: z.enum(['twin', 'live']),
    /** Addresses a person may open, e.g. the login page. */
    places: z.array(z.object({ label: z.string(), url: z.url() })),
    /**
     * Normal notices that come up in these hours wait until they are over; urgent ones and withdrawals do
     * not.
     */
    quietHours: quietHours.optional(),
    ready: z.boolean(),
    at: instant,
  })
  .meta({ id: 'ChannelAnnounced' });
export type ChannelAnnounced = z.infer<typeof channelAnnounced>;

/** A reason why a channel cannot carry an edition, for the editor. */
export const problem = z
  .object({
    channel: channelId,
    field: z.string(),
    message: z.string().min(1),
    remedy: z.string().min(1),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** What a channel would send, in a form a person can look at. */
export const preview = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('html'), html: z.string(), width: z.int().positive() }),
    /** `messages`: where there are several texts, e.g. by route, each with its own parts; else `parts` are of one. */
    z.object({
      kind: z.literal('text'),
      parts: z.array(z.string()),
      messages: z.array(z.object({ where: z.string(), parts: z.array(z.string()) })).optional(),
    }),
    z.object({
      kind: z.literal('images'),
      images: z.array(z.object({ dataUrl: z.string(), alt: z.string() })),
    }),
  ])
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof preview>;

/** What it takes to send an edition to all who are meant, at most: what was delivered already is not sent again. */
export const sendingCost = z
  .object({
    people: z.int().nonnegative(),
    messages: z.int().nonnegative(),
    /** 分; null where the price of a route is not registered. */
    fen: z.int().nonnegative().nullable(),
  })
  .meta({ id: 'SendingCost' });
export type SendingCost = z.infer<typeof sendingCost>;

/**
 * The question "how would this look on your channel?" A hash is quick; a preview may take pictures, and only
 * a person needs it.
 */
export const renderAsked = z
  .object({
    edition,
    want: z.enum(['hash', 'preview', 'cost']),
    /** Whom it is meant for, where that is known: a channel whose reach costs money tells how much. */
    meant: z.object({ audience, owner: organisationCode.nullable() }).optional(),
  })
  .meta({ id: 'RenderAsked' });
export type RenderAsked = z.infer<typeof renderAsked>;

/**
 * All that a reader of a channel finds, as plain text. `where` names the form (size of screen, route) for people;
 * empty where there is only one.
 */
export const reading = z.object({ where: z.string(), text: z.string() }).meta({ id: 'Reading' });
export type Reading = z.infer<typeof reading>;

/** Answer to `RenderAsked`. */
export const rendered = z
  .object({
    channel: channelId,
    problems: z.array(problem),
    /** Absent when the edition cannot be rendered at all. */
    hash: z.string().optional(),
    /** What readers find, one for each form that may say less than another; absent of earlier channels. */
    readings: z.array(reading).optional(),
    /** What stands now in each part that may be written for it alone, by its name. */
    parts: z.record(z.string(), z.string()).optional(),
    /** What editor and reviewer should know of it, in words; nothing that stops it. */
    notes: z.array(z.string().min(1)).optional(),
    /** Where it was asked for, of a channel whose reach costs money. */
    cost: sendingCost.optional(),
    /** Absent when it was not asked for, either. */
    preview: preview.optional(),
  })
  .meta({ id: 'Rendered' });
export type Rendered = z.infer<typeof rendered>;

/** The question for the bytes of a picture that an edition names. */
export const pictureAsked = z.object({ id: sha256 }).meta({ id: 'PictureAsked' });
export type PictureAsked = z.infer<typeof pictureAsked>;

/** Answer to `PictureAsked`: its bytes in base64, null where nobody knows it. */
export const pictureAnswered = z
  .object({ id: sha256, data: z.base64().nullable() })
  .meta({ id: 'PictureAnswered' });
export type PictureAnswered = z.infer<typeof pictureAnswered>;
