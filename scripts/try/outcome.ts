import { table } from '../lib/table.mjs';
import type { Board, Publication, Row } from './hub.client.ts';

export interface ChannelOutcome {
  readonly state: string;
  readonly ms: number | null;
  readonly url: string | null;
  readonly hash: string | null;
  readonly detail: string | null;
}

/** What one step came to. `ms`: from the click to the last settled channel, as seen from here. */
export interface Step {
  readonly publication: string;
  readonly edition: number;
  readonly contentHash: string;
  readonly operation: 'publish' | 'correct' | 'withdraw';
  /** Every channel was seen to show it; for a withdrawal, to show what it promises then. */
  readonly complete: boolean;
  readonly ms: number;
  readonly channels: Readonly<Record<string, ChannelOutcome>>;
}

const atRest = new Set(['confirmed', 'superseded', 'refused', 'expired', 'failed']);

/** The rows of the operation we asked for: the ledger keeps those of earlier editions too. */
export function rowsOf(board: Board, edition: number, operation: Step['operation']): readonly Row[] {
  return board.rows.filter(
    (row) => row.edition === edition && row.operation === (operation === 'withdraw' ? 'withdraw' : 'publish'),
  );
}

/** Nothing more will happen by itself. `expected`: how many channels were addressed, where known. */
export function isAtRest(rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every((row) => atRest.has(row.state));
}

export function stepOf(
  publication: Publication,
  edition: number,
  operation: Step['operation'],
  rows: readonly Row[],
  complete: boolean,
  ms: number,
): Step {
  return {
    publication: publication.id,
    edition,
    contentHash: publication.editions.find((e) => e.edition === edition)?.contentHash ?? '',
    operation,
    complete: complete && rows.length > 0 && rows.every((row) => row.state === 'confirmed'),
    ms,
    channels: Object.fromEntries(
      rows
        .toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
        .map((row) => [
          row.channel,
          {
            state: row.state,
            ms: row.ms ?? null,
            url: row.evidence?.url ?? null,
            hash: row.evidence?.hash ?? null,
            detail: row.evidence?.detail ?? (row.words === '' ? null : row.words),
          },
        ]),
    ),
  };
}

/** One JSON document: the first step itself, the ones that followed in `then`. */
export function asJson([first, ...rest]: readonly Step[]): string {
  return JSON.stringify(rest.length === 0 ? first : { ...first, then: rest });
}

const words = { publish: 'Published', correct: 'Corrected', withdraw: 'Withdrawn' } as const;

export function asTable(step: Step): string {
  const head = `${words[step.operation]} ${step.publication} edition ${step.edition}: ${step.complete ? 'complete' : 'NOT complete'} after ${(step.ms / 1000).toFixed(1)} s (content ${step.contentHash.slice(0, 12)}…)`;
  const rows = Object.entries(step.channels).map(([id, c]) => [
    id,
    c.state,
    c.ms === null ? '' : `${c.ms} ms`,
    c.url ?? '',
    c.detail ?? '',
  ]);
  return `${head}\n${table([['channel', 'state', 'time', 'where', 'seen'], ...rows])}\n`;
}
