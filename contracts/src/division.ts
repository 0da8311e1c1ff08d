import { z } from 'zod';

/**
 * 统计用区划代码 (国家统计局 统计用区划代码和城乡划分代码编制规则, 2–3): twelve digits, province 2, prefecture
 * 2, county 2, township 3, village 3.
 */
export const divisionCode = z
  .string()
  .regex(/^[1-9]\d{11}$/, 'twelve digits')
  .meta({ id: 'DivisionCode', examples: ['532502002000'] });
export type DivisionCode = z.infer<typeof divisionCode>;

const ends = [2, 4, 6, 9, 12] as const;

/** The digits that name it: up to its last level that is not zero. A township may stand below county 00. */
export function divisionStem(code: DivisionCode): string {
  const end = ends.findLast((to, i) => /[1-9]/.test(code.slice(i === 0 ? 0 : ends[i - 1], to)));
  return code.slice(0, end ?? 2);
}

/** Whether `inner` is `outer` or lies in it: a street contains its communities. */
export const containsDivision = (outer: DivisionCode, inner: DivisionCode): boolean =>
  inner.startsWith(divisionStem(outer));
