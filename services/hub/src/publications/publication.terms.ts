import { canonicalJson, hashText } from '@towncrier/content';
import { audience, channelId, instant, isoDate, lane, sha256 } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';

/**
 * Instants (ISO 8601). `publishAt`: released by itself then · `embargoUntil`: by nobody before · `expiresAt`:
 * ends by itself then.
 */
export const schedule = z.strictObject({
  publishAt: instant.nullable(),
  embargoUntil: instant.nullable(),
  expiresAt: instant.nullable(),
});
export type Schedule = Frozen<z.infer<typeof schedule>>;
export const atOnce: Schedule = { publishAt: null, embargoUntil: null, expiresAt: null };

/** One value of the form that type and catalogue item ask for. */
export const fieldValue = z.union([
  z.string().max(5000),
  z.array(z.string().max(1000)).max(200),
  z.strictObject({ from: z.string(), to: z.string() }),
]);
/**
 * What a publication is, beside its words: its type, its column, the catalogue item it fulfils, and the
 * fields of these.
 */
export const matter = z.strictObject({
  type: z.string().min(1).max(40),
  column: z.string().min(1).max(40),
  item: z.string().min(1).max(40).nullable(),
  fields: z.record(z.string().max(60), fieldValue),
});
export type Matter = Frozen<z.infer<typeof matter>>;

/**
 * Everything an approval binds to. The words themselves are kept once, by `contentHash`, and never change.
 */
export const terms = z.strictObject({
  contentHash: sha256,
  title: z.string(),
  lane,
  channels: z.array(channelId).readonly(),
  audience,
  schedule,
  matter,
  /** Last day of a 公示 (inclusive): it cannot end before that day is over. */
  noticeUntil: isoDate.nullable(),
  /** Exercise or test: never reaches a public channel. */
  drill: z.boolean(),
  /** Identifier of the warning that is passed on word for word; null for what the house wrote itself. */
  relayed: z.string().nullable(),
});
export type Terms = Frozen<z.infer<typeof terms>>;

/**
 * SHA-256 over all of the terms: what a reviewer approves. Any change of words, channels, audience, schedule
 * or matter is another seal.
 */
export const sealOf = (t: Terms): string => hashText(canonicalJson(terms.parse(pick(t))));

export function pick({
  contentHash,
  title,
  lane: way,
  channels,
  audience: to,
  schedule: when,
  matter: what,
  noticeUntil,
  drill,
  relayed,
}: Terms): Terms {
  return {
    contentHash,
    title,
    lane: way,
    channels,
    audience: to,
    schedule: when,
    matter: what,
    noticeUntil,
    drill,
    relayed,
  };
}
