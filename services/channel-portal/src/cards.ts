import { endingAct, lane, warningLevel } from '@towncrier/contracts';
import type { CollectionSpec, Plain } from '@towncrier/storage';
import { z } from 'zod';

export const face = z.object({
  title: z.string(),
  summary: z.string(),
  badge: z.enum(['通知', '公示', '更正', '预警', '紧急', '撤回', '失效', '废止', '解除']),
  /** Of the warning that it is. */
  level: warningLevel.optional(),
  issuer: z.string(),
  publishedOn: z.string().nullable(),
  deadline: z.object({ label: z.string(), value: z.string() }).nullable(),
  link: z.string(),
});
export type Face = z.infer<typeof face>;

/**
 * One notice. `article` is the whole text, so that nobody needs to be online to read it. A withdrawn one
 * keeps only why and when; a warning that was lifted is `visible` with the words of its end.
 */
export const card = z.object({
  _id: z.string(),
  version: z.int(),
  edition: z.int(),
  hash: z.string(),
  face,
  article: z.string(),
  lane,
  releasedAt: z.string(),
  visible: z.boolean(),
  /** The delivery whose audience it is for, as that means now; null when it is for `also` alone. */
  of: z.string().nullable(),
  /** Ids of venues it is for besides: they have an earlier edition. */
  also: z.array(z.string()),
  withdrawal: z
    .object({
      reason: z.string(),
      withdrawnAt: z.string(),
      act: endingAct.optional(),
    })
    .nullable(),
});
export type Card = z.infer<typeof card>;
export const cards: CollectionSpec<Card> = {
  name: 'notices',
  schemaVersion: 2,
  schema: card,
  migrations: [withAudience],
  indexes: [['visible', 'releasedAt']],
};

/** 1 → 2: until then every notice was for all venues, as what no register remembers still is. */
function withAudience(doc: Plain): Plain {
  return { ...doc, of: `${String(doc['_id'])}:${String(doc['edition'])}:portal:publish`, also: [] };
}

/** How often a notice was seen at a venue on a day (Asia/Shanghai). Nothing about who. */
export const seen = z.object({
  _id: z.string(),
  version: z.int(),
  publication: z.string(),
  gateway: z.string(),
  day: z.string(),
  count: z.int().nonnegative(),
});
export type Seen = z.infer<typeof seen>;
export const sightings: CollectionSpec<Seen> = {
  name: 'impressions',
  schemaVersion: 1,
  schema: seen,
  indexes: [['publication', 'day']],
};
