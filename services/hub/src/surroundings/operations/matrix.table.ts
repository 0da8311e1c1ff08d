import type { MatrixCell, MatrixRow } from '@towncrier/contracts';
import type { Table } from '@towncrier/tables';
import { rowStateTitles, operationTitles } from '../monitor/monitor.words.ts';

interface Names {
  /** Channels in the order of the columns. */
  readonly channels: readonly { readonly id: string; readonly title: string }[];
  readonly organisation: (code: string) => string;
}

const inChina = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The matrix as a table of words: one row for each edition, two columns for each channel. */
export function matrixTable(rows: readonly MatrixRow[], { channels, organisation }: Names): Table {
  const head = ['编号', '版次', '标题', '文号', '发布机构', '发布时间', '需人工'];
  return [
    [...head, ...channels.flatMap(({ title }) => [title, `${title}（说明）`])],
    ...rows.map((row) => [
      row.publication,
      String(row.edition),
      row.title,
      row.number ?? '',
      row.owner === null ? '' : organisation(row.owner),
      inChina(row.releasedAt),
      row.hand ? '是' : '',
      ...channels.flatMap(({ id }) => told(row.cells.find(({ channel }) => channel === id))),
    ]),
  ];
}

const told = (cell: MatrixCell | undefined): readonly string[] =>
  cell === undefined
    ? ['', '']
    : [
        `${cell.removes ? operationTitles[cell.operation] : ''}${cell.byHand === true ? '已人工办结' : rowStateTitles[cell.state]}`,
        cell.words,
      ];
