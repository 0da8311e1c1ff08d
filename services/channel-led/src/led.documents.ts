import type { CollectionSpec, Plain } from '@towncrier/storage';
import { z } from 'zod';
import { kind } from './playlist.format.ts';

const versioned = { _id: z.string(), version: z.int() };

/**
 * What stands on the screens for one publication; the id is the publication's. Instants are ISO 8601, UTC.
 */
const entry = z.object({
  ...versioned,
  edition: z.int().positive(),
  kind,
  title: z.string(),
  /** Idempotency key of the delivery that put it there. */
  key: z.string(),
  urgent: z.boolean(),
  from: z.string(),
  to: z.string(),
  changedAt: z.string(),
  hash: z.string(),
  /** The delivery whose audience it is for, as that means now; null when it is for `also` alone. */
  of: z.string().nullable(),
  /** Ids of screens it is for besides: they have an earlier edition, or what is withdrawn. */
  also: z.array(z.string()),
  /** Until forms had names, a screen went by its id. */
  forms: z.array(
    z.object({
      form: z.string(),
      text: z.string(),
      pages: z.array(z.object({ sha256: z.string(), ms: z.int(), bytes: z.int() })),
    }),
  ),
});
export type Entry = z.infer<typeof entry>;
export const entries: CollectionSpec<Entry> = {
  name: 'entries',
  schemaVersion: 2,
  schema: entry,
  migrations: [withForms],
  indexes: [['to'], ['changedAt']],
};

/** 1 → 2: until then pages were kept for each screen, and every notice was for all of them. */
function withForms({ screens, ...rest }: Plain): Plain {
  const all = screens as readonly { screen: string; text: string; pages: readonly Plain[] }[];
  const isNotice = rest['kind'] === 'notice';
  return {
    ...rest,
    of: isNotice ? rest['key'] : null,
    also: isNotice ? [] : all.map(({ screen }) => screen),
    forms: all.map(({ screen, text, pages: drawn }) => ({ form: screen, text, pages: drawn })),
  };
}

/** A picture, by its SHA-256; kept until nothing can show it any more. */
const page = z.object({ ...versioned, png: z.base64(), until: z.string() });
export type PageDoc = z.infer<typeof page>;
export const pages: CollectionSpec<PageDoc> = {
  name: 'pages',
  schemaVersion: 1,
  schema: page,
  indexes: [['until']],
};

/**
 * What a screen said it verified and showed, latest per screen and publication; the id is
 * `screen/publication`.
 */
const ack = z.object({
  ...versioned,
  screen: z.string(),
  publication: z.string(),
  edition: z.int(),
  kind,
  pages: z.array(z.string()),
  at: z.string(),
});
export type Ack = z.infer<typeof ack>;
export const acks: CollectionSpec<Ack> = {
  name: 'acks',
  schemaVersion: 1,
  schema: ack,
  indexes: [['publication']],
};

/** Proof of play, by the player's own id for it. */
const play = z.object({
  ...versioned,
  screen: z.string(),
  publication: z.string(),
  edition: z.int(),
  kind,
  start: z.string(),
  ms: z.int(),
  source: z.enum(['live', 'backfill']),
  receivedAt: z.string(),
});
export type Play = z.infer<typeof play>;
export const plays: CollectionSpec<Play> = {
  name: 'plays',
  schemaVersion: 1,
  schema: play,
  indexes: [['receivedAt'], ['publication', 'screen']],
};

/** Last sign of life of a screen and what it has in turn. */
const heartbeat = z.object({
  ...versioned,
  rev: z.string(),
  items: z.array(z.object({ notice: z.string(), edition: z.int(), kind })),
  clock: z.string(),
  at: z.string(),
});
export type Heartbeat = z.infer<typeof heartbeat>;
export const heartbeats: CollectionSpec<Heartbeat> = {
  name: 'heartbeats',
  schemaVersion: 1,
  schema: heartbeat,
  indexes: [],
};

const key = z.object({ ...versioned, privateKey: z.string(), publicKey: z.string() });
export type KeyDoc = z.infer<typeof key>;
export const keys: CollectionSpec<KeyDoc> = { name: 'keys', schemaVersion: 1, schema: key, indexes: [] };
