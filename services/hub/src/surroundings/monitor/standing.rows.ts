import {
  channelId,
  operation,
  rowState,
  sha256,
  shows,
  targetId,
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
  places: z.array(z.object({ target: targetId, reference: text, url: text.optional() })).optional(),
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
    .flatMap(postingsOf);

/** One for each place it was put up at; one for the whole row where places have no names. */
function postingsOf({ channel, edition, evidence = {}, places = [] }: Row): readonly KnownPosting[] {
  const hash = sha256.safeParse(evidence.hash);
  const told = hash.success ? { hash: hash.data } : {};
  if (places.length > 0)
    return places.map(({ target, reference, url }) => ({
      channel,
      edition,
      target,
      reference,
      ...(url === undefined ? {} : { url }),
      ...told,
    }));
  const { reference, url } = evidence;
  return [
    {
      channel,
      edition,
      ...(reference === undefined ? {} : { reference }),
      ...(url === undefined ? {} : { url }),
      ...told,
    },
  ];
}
