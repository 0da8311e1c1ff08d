import { endingAct } from '@towncrier/contracts';
import type { CollectionSpec, Plain } from '@towncrier/storage';
import { z } from 'zod';

const versioned = { _id: z.string(), version: z.int() };
const paper = z.enum(['A3', 'A4']);

/** What holds for one publication; the id is the publication's. Instants are ISO 8601, UTC. */
const standing = z.object({
  ...versioned,
  state: z.enum(['in-force', 'withdrawn']),
  edition: z.int().positive(),
  title: z.string(),
  issuer: z.string(),
  page: z.string(),
  words: z.string(),
  contentHash: z.string(),
  hash: z.string(),
  /** The delivery whose audience it is for, as that means now; null when it is for `also` alone. */
  of: z.string().nullable(),
  /** Ids of boards it is for besides: they have an earlier edition. */
  also: z.array(z.string()),
  noticeTo: z.string().nullable(),
  corrects: z.object({ edition: z.int(), reason: z.string() }).nullable(),
  /** `sheets`: of paper; absent where it was written when there was never more than one. */
  papers: z.array(
    z.object({ paper, sha256: z.string(), cut: z.boolean(), sheets: z.int().positive().optional() }),
  ),
  /** Editions that were printed before this one. */
  earlier: z.array(
    z.object({ edition: z.int(), title: z.string(), contentHash: z.string(), releasedAt: z.string() }),
  ),
  releasedAt: z.string(),
  withdrawal: z.object({ reason: z.string(), at: z.string(), act: endingAct.optional() }).nullable(),
});
export type Standing = z.infer<typeof standing>;
export const standings: CollectionSpec<Standing> = {
  name: 'standings',
  schemaVersion: 2,
  schema: standing,
  migrations: [withAudience],
  indexes: [['releasedAt']],
};

/** 1 → 2: until then every notice was for all boards, as what no register remembers still is. */
function withAudience(doc: Plain): Plain {
  return { ...doc, of: `${String(doc['_id'])}:${String(doc['edition'])}:board:publish`, also: [] };
}

/** A PDF; the id is `publication-edition-paper`. */
const sheet = z.object({ ...versioned, pdf: z.base64(), sha256: z.string() });
export type SheetDoc = z.infer<typeof sheet>;
export const sheets: CollectionSpec<SheetDoc> = {
  name: 'sheets',
  schemaVersion: 1,
  schema: sheet,
  indexes: [],
};

/** What hangs on a board, as staff reported it; the id is `publication/board`. */
const posting = z.object({
  ...versioned,
  publication: z.string(),
  board: z.string(),
  edition: z.int(),
  state: z.enum(['posted', 'removed']),
  at: z.string(),
  proof: z.enum(['word', 'photo']),
});
export type PostingDoc = z.infer<typeof posting>;
export const postings: CollectionSpec<PostingDoc> = {
  name: 'postings',
  schemaVersion: 1,
  schema: posting,
  indexes: [['publication']],
};
