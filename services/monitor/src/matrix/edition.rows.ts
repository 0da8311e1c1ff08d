import { operationRank, shows, type MatrixCell, type RowState } from '@towncrier/contracts';
import type { Fresh } from '@towncrier/storage';
import { rowOf, type LedgerDoc } from '../ledger/row.ts';
import { causeOf } from './cause.ts';
import type { EditionDoc } from './edition.ts';
import { needsHand } from './hand.rules.ts';
import { titleWords } from './title.words.ts';

/** Another number: every row of the matrix is made again at the next start. */
export const editionForm = 1;

type Row = Omit<LedgerDoc, 'version'> | LedgerDoc;

/** The rows of the matrix that the deliveries of one publication make, one for each edition. */
export function editionsOf(rows: readonly Row[]): readonly Fresh<EditionDoc>[] {
  const numbers = [...new Set(rows.map(({ edition }) => edition))];
  return numbers.map((edition) =>
    editionOf(
      rows.filter((row) => row.edition === edition),
      rows,
    ),
  );
}

function editionOf(own: readonly Row[], all: readonly Row[]): Fresh<EditionDoc> {
  const known = own.find((row) => shows(row) && row.title !== '') ?? (own[0] as Row);
  const { publication, edition, title, lane } = known;
  const number = own.find((row) => row.number !== undefined)?.number ?? null;
  const cells = newest(own).map((row) => cellOf(row, all));
  return {
    _id: `${publication}:${edition}`,
    publication,
    edition,
    title,
    number,
    owner: all.find(({ owner }) => owner !== undefined)?.owner ?? null,
    lane,
    releasedAt: known.releasedAt,
    hand: cells.some(({ hand }) => hand),
    cells,
    words: [
      ...new Set([...titleWords([title, number ?? '', publication].join(' ')), ...cells.flatMap(marksOf)]),
    ].join(' '),
  };
}

/** Of each channel what was asked of it last, in the order of their names. */
function newest(rows: readonly Row[]): readonly Row[] {
  const channels = [...new Set(rows.map(({ channel }) => channel))].sort();
  return channels.flatMap((channel) =>
    rows
      .filter((row) => row.channel === channel)
      .sort((a, b) => operationRank(b) - operationRank(a))
      .slice(0, 1),
  );
}

function cellOf(row: Row, all: readonly Row[]): MatrixCell {
  const { channel, delivery, operation, state, words, retryable } = rowOf({ version: 0, ...row });
  const asking = { ...row, asks: rowOf({ version: 0, ...row }).asks };
  const cause = causeOf(row);
  return {
    channel,
    delivery,
    operation,
    removes: !shows(row),
    state,
    words,
    hand: needsHand(asking, all),
    retryable,
    ...(cause === undefined ? {} : { cause }),
    ...(row.byHand === undefined ? {} : { byHand: true }),
    ...leftOf(row),
  };
}

function leftOf({ evidence }: Row): Pick<MatrixCell, 'left'> {
  const parts = evidence?.parts;
  return parts === undefined ? {} : { left: Math.max(0, parts.of - parts.shown) };
}

/** Marks begin with two letters that begin no word; only letters and digits stay one word in every store. */
const mark = (kind: string, ...parts: readonly string[]): string =>
  `zz${kind}${parts.join('zz').replaceAll(/[^a-z0-9]/g, '')}`;
export const causeMark = (key: string): string => mark('cause', key);
export const cellMark = (channel: string | undefined, state: RowState | undefined): string =>
  mark('cell', channel ?? '', state ?? '');

const marksOf = ({ channel, state, cause, hand }: MatrixCell): readonly string[] => [
  cellMark(channel, state),
  cellMark(channel, undefined),
  cellMark(undefined, state),
  ...(cause === undefined || !hand ? [] : [causeMark(cause.key)]),
];
