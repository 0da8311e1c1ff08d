import { dateInWords } from '../words/calendar.ts';
import { believed, remark, said, type Comparison, type Found } from './places.ts';
import type { Signature } from './signature.ts';

/** Civil dates (YYYY-MM-DD) that a document gives of itself. */
export interface DateSources {
  /** Every 成文日期 of the header block. */
  readonly written: readonly string[];
  /** Every 发布日期 of the header block. */
  readonly published: readonly string[];
  readonly signature: Signature | null;
  /** “…2026年3月2日印发” at the end. */
  readonly printed: string | null;
}

const same = (one: string, other: string): boolean => one === other;
const compared = (kind: Comparison['kind']): Comparison => ({ kind, agree: same, show: dateInWords });

/**
 * When it was written: the header block says it, else the signature, else a date on a line of its own, which is
 * told. What was printed before it was written is a doubt.
 */
export function writtenOn({ written, signature, printed }: DateSources): Found {
  const signed = signature !== null && signature.organs.length > 0;
  const places = [
    ...said('版头信息', ...written),
    ...said(signed ? '落款' : '单独一行', signature?.date),
    ...said('另一处落款', ...(signature?.otherDates ?? [])),
  ];
  const how = compared('doubtful-date');
  const { value, doubts } = believed(places, how);
  const early = value !== null && printed !== null && printed < value;
  const assumed = value !== null && written.length === 0 && !signed;
  return {
    value,
    doubts: [
      ...doubts,
      ...(early ? [remark(how, ...said('成文日期', value), ...said('版记印发日期', printed))] : []),
      ...(assumed ? [remark(compared('assumed-date'), ...said('单独一行', value))] : []),
    ],
  };
}

/** When it was published: only the header block says that. Nothing is published before it is written. */
export function publishedOn({ published }: DateSources, written: string | null): Found {
  const how = compared('doubtful-published');
  const { value, doubts } = believed(said('版头信息', ...published), how);
  const early = value !== null && written !== null && value < written;
  const order = early ? [remark(how, ...said('发布日期', value), ...said('成文日期', written))] : [];
  return { value, doubts: [...doubts, ...order] };
}
