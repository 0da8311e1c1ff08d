import type { RegisterProblem, Target } from '@towncrier/contracts';
import type { Codes } from '../areas/audience.codes.ts';

/** A target to be written, and the row of a file it stands in. */
export interface Written {
  readonly row?: number | undefined;
  readonly target: Pick<Target, 'id' | 'area' | 'owner' | 'takes'>;
}

/** Codes that the hub keeps and no channel can know: places and bodies. */
export const codeProblems = (rows: readonly Written[], codes: Codes): readonly RegisterProblem[] =>
  rows.flatMap((row) => problemsOf(row, codes));

function problemsOf({ row, target }: Written, { areas, organisations }: Codes): readonly RegisterProblem[] {
  const at = { ...(row === undefined ? {} : { row }), target: target.id };
  const strangers = target.takes === 'everybody' ? [] : target.takes.filter((c) => !organisations.has(c));
  return [
    ...(areas.has(target.area)
      ? []
      : [
          {
            ...at,
            field: 'area',
            message: `区划表中没有“${target.area}”`,
            remedy: '请填写本县区划表中的 12 位代码',
          },
        ]),
    ...(organisations.has(target.owner)
      ? []
      : [{ ...at, field: 'owner', message: `没有机构“${target.owner}”`, remedy: '请填写机构表中的代码' }]),
    ...(strangers.length === 0
      ? []
      : [
          {
            ...at,
            field: 'takes',
            message: `没有这些机构：${strangers.join('、')}`,
            remedy: '请填写机构表中的代码，或写“所有单位”',
          },
        ]),
  ];
}
