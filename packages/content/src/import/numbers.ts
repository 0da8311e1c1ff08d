import { narrowed } from '../words/digits.ts';
import { believed, said, type Found } from './places.ts';

/** Document numbers (文号) of one document, and where they stand. */
export interface NumberSources {
  /** Every 文号 of the header block. */
  readonly header: readonly string[];
  /** Above the title, and on the line below it. */
  readonly redHead: string | null;
  readonly belowTitle: string | null;
}

/** The header block says it, else what stands above the title, else below it. What contradicts is a doubt. */
export const documentNumber = ({ header, redHead, belowTitle }: NumberSources): Found =>
  believed([...said('版头信息', ...header), ...said('红头', redHead), ...said('标题下', belowTitle)], {
    kind: 'doubtful-number',
    agree: sameNumber,
  });

/** The index number (索引号) that a document brings along; two of them are a doubt. */
export const indexNumber = (header: readonly string[]): Found =>
  believed(said('版头信息', ...header), { kind: 'doubtful-index', agree: sameNumber });

/** 开政发〔2026〕3号 and 开政发[2026]第 3 号 are one number. */
const sameNumber = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (number: string): string =>
  narrowed(number)
    .replace(/[〔［【[（(]/gu, '(')
    .replace(/[〕］】\]）)]/gu, ')')
    .replace(/\s/gu, '')
    .replace(/第(?=\d+号)/gu, '');
