import {
  channelId,
  operation,
  rowState,
  sha256,
  shows,
  type KnownPosting,
  type RowState,
} from '@towncrier/contracts';
import { z } from 'zod';

const text = z.string();

/** As much of a row of the ledger as tells what stands; whatever else a monitor says is its own. */
const row = z.object({
  edition: z.int().positive(),
  channel: channelId,
  operation,
  state: rowState,
  attempts: z.int().nonnegative(),
  evidence: z.object({ reference: text.optional(), url: text.optional(), hash: text.optional() }).optional(),
});
type Row = z.infer<typeof row>;
export const boardOfMonitor = z.object({ rows: z.array(row) });

/** Under way, with a call that may have been made already. */
const underWay: ReadonlySet<RowState> = new Set<RowState>(['working', 'unknown']);

/**
 * What the ledger knows to have been put up. Whatever was ever tried counts: only a row that nobody tried can
 * be no posting.
 */
export const postingsIn = (rows: readonly Row[]): readonly KnownPosting[] =>
  rows
    .filter(shows)
    .filter((r) => r.attempts > 0 || underWay.has(r.state) || r.evidence?.reference !== undefined)
    .map(postingOf);

function postingOf({ channel, edition, evidence = {} }: Row): KnownPosting {
  const { reference, url } = evidence;
  const hash = sha256.safeParse(evidence.hash);
  return {
    channel,
    edition,
    ...(reference === undefined ? {} : { reference }),
    ...(url === undefined ? {} : { url }),
    ...(hash.success ? { hash: hash.data } : {}),
  };
}
