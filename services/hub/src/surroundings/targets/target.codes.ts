import { divisionCode, organisationCode, type RegisterProblem } from '@towncrier/contracts';
import { z } from 'zod';
import type { Codes } from '../areas/audience.codes.ts';
import type { RowToWrite } from './register.client.ts';

/** What is not in the form of a code is for the channel to refuse. */
const coded = z.object({
  id: z.string().catch(''),
  area: divisionCode.nullable().catch(null),
  owner: organisationCode.nullable().catch(null),
  takes: z.array(organisationCode).catch([]),
});

/** Codes that the hub keeps and no channel can know: places and bodies. */
export const codeProblems = (rows: readonly RowToWrite[], codes: Codes): readonly RegisterProblem[] =>
  rows.flatMap((row) => problemsOf(row, codes));

function problemsOf(
  { row, target: written }: RowToWrite,
  { areas, organisations }: Codes,
): readonly RegisterProblem[] {
  const target = coded.parse(written);
  const at = { ...(row === undefined ? {} : { row }), target: target.id };
  const strangers = target.takes.filter((c) => !organisations.has(c));
  return [
    ...(target.area === null || areas.has(target.area)
      ? []
      : [
          {
            ...at,
            field: 'area',
            message: `区划表中没有“${target.area}”`,
            remedy: '请填写本县区划表中的 12 位代码',
          },
        ]),
    ...(target.owner === null || organisations.has(target.owner)
      ? []
      : [{ ...at, field: 'owner', message: `没有机构“${target.owner}”`, remedy: '请填写机构表中的代码' }]),
    ...(strangers.length === 0
      ? []
      : [
          {
            ...at,
            field: 'takes',
            message: `没有这些机构：${strangers.join('、')}`,
            remedy: '请填写机构表中的代码，或写“全部”',
          },
        ]),
  ];
}
