import { z } from 'zod';
import type { Collection, CollectionSpec, Fresh } from '../collection.ts';

const sample = z.object({
  _id: z.string(),
  version: z.int(),
  state: z.string(),
  rank: z.number().nullish(),
  urgent: z.boolean(),
  dueAt: z.string().nullable(),
  place: z.object({ county: z.string(), town: z.string().nullish() }).optional(),
  words: z.string(),
  text: z.string().optional(),
  count: z.int().optional(),
  lease: z.object({ token: z.string(), until: z.string() }).nullish(),
  anything: z.json().optional(),
});
export type Sample = z.infer<typeof sample>;

/** Gives a collection nobody else uses. */
export type Empty = () => Promise<Collection<Sample>>;

export const sampleSpec = (name: string): CollectionSpec<Sample> => ({
  name,
  schema: sample,
  schemaVersion: 1,
  indexes: [['state', 'dueAt'], ['rank'], ['urgent'], ['place.county', 'place.town'], ['words']],
  text: 'text',
});

export const notice = (id: string, fields: Partial<Fresh<Sample>> = {}): Fresh<Sample> => ({
  _id: id,
  state: 'open',
  urgent: false,
  dueAt: null,
  words: '停水通知',
  ...fields,
});

/** An instant as stores compare it. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
export const ids = (docs: readonly { readonly _id: string }[]): string[] => docs.map((doc) => doc._id);
