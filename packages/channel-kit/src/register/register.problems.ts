import { venueTitle, type RegisterProblem, type TargetToWrite } from '@towncrier/contracts';
import type { z } from 'zod';
import { titleOf } from './field.titles.ts';
import { issueWords } from './issue.words.ts';

export type Row = TargetToWrite & { readonly row?: number | undefined };
/** A problem before it is known whose it is. */
export type Fault = Omit<RegisterProblem, 'row' | 'target'>;

/** Two rows of one id, each against the first one. */
export function repeatedIds(rows: readonly Row[]): readonly RegisterProblem[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const earlier = first.get(row.target.id);
    if (earlier === undefined) first.set(row.target.id, row);
    return earlier === undefined
      ? []
      : problemsOf(row.row, row.target.id, [
          {
            field: 'id',
            message: earlier.row === undefined ? '这个编号写了两次' : `与第 ${earlier.row} 行的编号相同`,
            remedy: '一个编号只能有一行，请改正其中一行',
          },
        ]);
  });
}

/** Fields of a row that are not as the form of every target asks; `whole` is the row as it came. */
export function formFault(issue: z.core.$ZodIssue, whole: unknown): Fault {
  const path = issue.path[0] === 'target' ? issue.path.slice(1) : issue.path;
  const missing = issue.code === 'invalid_type' && valueAt(whole, issue.path) === undefined;
  const words = issueWords(issue, titleOf(path, new Map()), missing);
  const remedy = formRemedies[String(path[0])] ?? words.remedy;
  return { field: path.map(String).join('.'), message: words.message, remedy };
}

const formRemedies: Readonly<Record<string, string>> = {
  id: '编号用字母、数字、- 和 _，最多 40 个，以字母或数字开头',
  area: '请填写 12 位统计用区划代码，如 532502002000',
  venue: `“场所”用表中的词，如 ${venueTitle('coach-station')}、${venueTitle('market')}；没有的填 ${venueTitle('other')} 并加分组`,
  hours: '请写成 08:00-18:00；全天开放则留空',
  position: '经度在 -180 与 180 之间，纬度在 -90 与 90 之间（WGS 84）',
  state: '请填写 启用、暂停（写明原因）或 停用（写明日期）',
};

export function problemsOf(
  row: number | undefined,
  target: string | undefined,
  faults: readonly Fault[],
): readonly RegisterProblem[] {
  return faults.map((fault) => ({
    ...(row === undefined ? {} : { row }),
    ...(target === undefined ? {} : { target }),
    ...fault,
  }));
}

/** Undefined where nothing stands. */
export function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    whole,
  );
}
