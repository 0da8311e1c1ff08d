import stringWidth from 'string-width';
import type { SourceFile } from '../lib/source-files.ts';
import type { Figure } from './figure.ts';
import { functionLengths } from './function.lengths.ts';
import { isCode, isRead, isSource } from './kinds.ts';

/** Columns, functions and files: how dense the code is to the eye. A wide character takes two columns. */
export function layoutFigures(files: readonly SourceFile[]): readonly Figure[] {
  return [
    ...columnFigures(files.filter(isCode)),
    ...functionFigures(files.filter(isRead)),
    ...fileFigures(files.filter(isSource)),
  ];
}

function columnFigures(files: readonly SourceFile[]): readonly Figure[] {
  const lines = files.flatMap(({ path, text }) =>
    text.split('\n').map((line, n) => ({ place: `${path}:${n + 1}`, columns: columnsOf(line) })),
  );
  const over = (bound: number, most: number): Figure => {
    const found = lines.filter(({ columns }) => columns > bound).toSorted((a, b) => b.columns - a.columns);
    return {
      name: `lines over ${bound} columns`,
      value: (100 * found.length) / Math.max(1, lines.length),
      bound: { most },
      unit: ' %',
      worst: found.map(({ place, columns }) => `${place} has ${columns}`),
    };
  };
  return [over(120, 1), over(160, 0.1)];
}

/** A short line in characters cannot be a long one in columns; measuring the width of all would take seconds. */
const columnsOf = (line: string): number => (line.length <= 60 ? line.length : stringWidth(line));

function functionFigures(files: readonly SourceFile[]): readonly Figure[] {
  const all = files.flatMap(({ path, text }) =>
    functionLengths(path, text).map(({ line, lines }) => ({ place: `${path}:${line}`, lines })),
  );
  const over = (bound: number, most: number): Figure => {
    const found = all.filter(({ lines }) => lines > bound).toSorted((a, b) => b.lines - a.lines);
    return {
      name: `functions over ${bound} lines`,
      value: found.length,
      bound: { most },
      unit: '',
      worst: found.map(({ place, lines }) => `${place} has ${lines}`),
    };
  };
  return [over(40, 40), over(80, 0)];
}

function fileFigures(files: readonly SourceFile[]): readonly Figure[] {
  const sorted = files.toSorted((a, b) => a.lines - b.lines);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.lines ?? 0;
  const worst = sorted.toReversed().map(({ path, lines }) => `${path} has ${lines}`);
  const figure = (name: string, value: number, most: number): Figure => ({
    name,
    value,
    bound: { most },
    unit: '',
    worst,
  });
  return [
    figure('lines of the median file', at(0.5), 75),
    figure('lines of the file at nine tenths', at(0.9), 200),
    figure('lines of the longest file', at(1), 350),
  ];
}
