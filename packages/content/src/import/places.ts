import type { LossKindName } from './losses/loss.kinds.ts';
import type { Loss } from './losses/loss.ts';
import { cutAtWord } from '../words/cut.ts';

/** What one place of a document says about itself. */
export interface Said {
  /** For the editor: 版头信息, 落款, 红头. */
  readonly where: string;
  readonly value: string;
}

/** A value with what the editor has to know of where it comes from. */
export interface Found {
  readonly value: string | null;
  readonly doubts: readonly Loss[];
}

/** How two places are compared, and what a difference is called. */
export interface Comparison {
  readonly kind: LossKindName;
  readonly agree: (one: string, other: string) => boolean;
  /** A value as the editor reads it. */
  readonly show?: (value: string) => string;
}

/** In the order of the values; none where a place says nothing. */
export const said = (where: string, ...values: readonly (string | null | undefined)[]): readonly Said[] =>
  values.flatMap((value) => (value === null || value === undefined ? [] : [{ where, value }]));

/** The first place is believed; the first of the others that contradicts it is a doubt, with both in words. */
export function believed(places: readonly Said[], how: Comparison): Found {
  const [first, ...others] = places;
  if (first === undefined) return { value: null, doubts: [] };
  const other = others.find(({ value }) => !how.agree(first.value, value));
  return { value: first.value, doubts: other === undefined ? [] : [remark(how, first, other)] };
}

/** Words of the document that the editor should look at. */
export function remark({ kind, show }: Pick<Comparison, 'kind' | 'show'>, ...places: readonly Said[]): Loss {
  const words = places.map(
    ({ where, value }) => `${where}：${cutAtWord(show?.(value) ?? value, valueLength)}`,
  );
  return { kind, where: '', count: 1, excerpt: words.join('；') };
}

/** Of each value (UTF-16 units): two of them and where they stand are no longer than an excerpt may be. */
const valueLength = 22;
