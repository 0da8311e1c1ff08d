import { breakLines, halfCells } from '@towncrier/content';

/** How a strip ends: who speaks, where that is not in the heading, and where all of it stands. */
export interface Closing {
  readonly issuer: string | null;
  readonly source: string;
}

/** The address in one line; a strip too narrow for it says whose page it is: half an address leads nowhere. */
export function sourceWithin(host: string, cols: number): string {
  const source = `全文见${host}`;
  return halfCells(source) <= cols * 2 ? source : '全文见政府网站';
}

export const closingWords = ({ issuer, source }: Closing): readonly string[] =>
  issuer === null ? [source] : [issuer, source];

/**
 * The issuer at the left edge and the address at the right, as a letter is signed; beside each other where both have
 * room. A page of one line would stand empty by half: then the two stand below each other, or the address is left out.
 * @param before lines above, in the same grid
 */
export function closingLines(
  { issuer, source }: Closing,
  { cols, rows, before }: { readonly cols: number; readonly rows: number; readonly before: number },
): readonly string[] {
  const above = issuer === null ? [] : breakLines(issuer, cols);
  const apart = [...above, ...breakLines(source, cols).map((line) => atRight(line, cols))];
  const gap = cols * 2 - halfCells(issuer ?? '') - halfCells(source);
  const beside = issuer === null || gap < 2 ? [] : [[`${issuer}${' '.repeat(gap)}${source}`]];
  const ways = [...beside, apart, above.map((line) => atRight(line, cols))];
  return ways.find((lines) => !leavesOneAlone(before + lines.length, rows)) ?? apart;
}

/** Whether a page of so many lines, shared out evenly, has one line. */
const leavesOneAlone = (lines: number, rows: number): boolean =>
  rows > 1 && lines > 1 && Math.floor(lines / Math.ceil(lines / rows)) === 1;

const atRight = (line: string, cols: number): string =>
  `${' '.repeat(Math.max(0, cols * 2 - halfCells(line)))}${line}`;
