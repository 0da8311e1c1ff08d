import type { Block } from '@towncrier/contracts';
import { findDate, isDateLine } from '../words/calendar.ts';
import { lineOf } from './lines.ts';

const suffix =
  '政府|办公室|局|委员会|委|厅|院|所|中心|街道|镇|乡|部|会|公司|处|站|队|指挥部|办事处|社区|银行|学校|馆|集团|分局|大厅|专班|小组|厂|法庭|场';
const organ = new RegExp(`^[\\p{Script=Han}（()）、]{2,40}(?:${suffix})$`, 'u');

/** Who signed and when, and where in the body that stands. */
export interface Signature {
  /** Every body that signed, in order. */
  readonly organs: readonly string[];
  /** YYYY-MM-DD. */
  readonly date: string | null;
  /** Of other signatures in the same text, where they say another day. */
  readonly otherDates: readonly string[];
  /** The first and the last block (exclusive) of signature and date. */
  readonly from: number;
  readonly to: number;
}

/**
 * The last date on a line of its own that has a signature above it; else the first date line. Several bodies
 * may sign, one under the other or on one line. Null where no line says a date and nothing else.
 */
export function signatureOf(body: readonly Block[]): Signature | null {
  const dated = body.flatMap((block, at) => (isDateLine(lineOf(block) ?? '') ? [at] : []));
  const read = dated.map((at) => at - signersAbove(body, at).count);
  const signed = dated.findLast((at, i) => read[i] !== at);
  const at = signed ?? dated[0];
  if (at === undefined) return null;
  const { organs, count } = signersAbove(body, at);
  const dateAt = (line: number): string | null => findDate(lineOf(body[line]) ?? '');
  const date = dateAt(at);
  const others = dated.filter((line, i) => read[i] !== line).map(dateAt);
  const otherDates = others.filter((other): other is string => other !== null && other !== date);
  return { organs, date, otherDates, from: at - count, to: at + 1 };
}

function signersAbove(
  body: readonly Block[],
  dated: number,
): { readonly organs: readonly string[]; readonly count: number } {
  const organs: string[] = [];
  let count = 0;
  for (let at = dated - 1; at >= 0; at -= 1) {
    const line = lineOf(body[at]);
    const named = organsIn(line);
    if (named.length === 0 && !isTranslated(line, body[at - 1])) break;
    organs.unshift(...named);
    count += 1;
  }
  return { organs, count };
}

/** The name of a body in another language, under its name in Chinese. */
const isTranslated = (line: string | undefined, above: Block | undefined): boolean =>
  line !== undefined && /^[A-Za-z][A-Za-z ,.&'-]+$/u.test(line) && organsIn(lineOf(above)).length > 0;

/** The bodies that a line names and nothing else. */
function organsIn(line: string | undefined): readonly string[] {
  if (line === undefined) return [];
  const names = line.split(/\s+/u).filter((name) => name !== '');
  return names.length > 0 && names.every((name) => name.length <= 30 && organ.test(name)) ? names : [];
}
