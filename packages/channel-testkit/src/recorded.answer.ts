import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a client asks. `path` without the query; `headers` only where they tell calls apart. */
const asked = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string().startsWith('/'),
  headers: z.record(z.string(), z.string()).optional(),
});
/** What came back, the body exactly as the platform writes it. */
const answered = z.strictObject({
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string(),
});
export const exchange = z.strictObject({ asked, answered });
export type Exchange = z.infer<typeof exchange>;

const errorNames = [
  'FarEndBusy',
  'CredentialsStale',
  'ContentRefused',
  'QuotaSpent',
  'OperatorNeeded',
  'OutcomeUnknown',
] as const;

/** What an answer means for the delivery; whatever else is named must agree, `words` and `detail` in part. */
export const meaning = z.union([
  z.strictObject({
    error: z.enum(errorNames),
    words: z.string().optional(),
    /** The part of the notice that the editor must change. */
    field: z.string().optional(),
    /** How long (ms) the far end asks to wait; null when it does not say. */
    waitMs: z.int().nullable().optional(),
    /** When the quota is there again (ISO 8601). */
    until: z.iso.datetime().optional(),
  }),
  z.strictObject({ outcome: z.enum(['done', 'pending']), reference: z.string().optional() }),
  z.strictObject({
    sighting: z.enum(['present', 'gone', 'different', 'unclear']),
    reference: z.string().optional(),
    detail: z.string().optional(),
  }),
]);
export type Meaning = z.infer<typeof meaning>;

/**
 * One answer of a far end as it was recorded, a file of its own in the channel's `test/fixtures/`. Ids,
 * tokens and addresses in it are invented.
 */
const recorded = z.strictObject({
  /** A sentence: what the far end says. */
  says: z.string().min(1),
  /** The platform's page, or the independent client with its version, that shows this answer. */
  source: z.string().min(1),
  /** When it was read there. */
  date: z.iso.date(),
  /** The verb that gets it; `search` is observing with no reference, after an unknown outcome. */
  during: z.enum(['prepare', 'publish', 'observe', 'search', 'withdraw']),
  /** In this order where one call is made twice. All must be asked for. */
  exchange: z.array(exchange).min(1),
  means: meaning,
});
export type RecordedAnswer = z.infer<typeof recorded> & { readonly file: string };

/** @throws with the file's name when one cannot be read */
export function recordedAnswers(folder: string): readonly RecordedAnswer[] {
  return filesIn(folder).map((file) => {
    const read = recorded.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
    return { ...read.data, file };
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}
