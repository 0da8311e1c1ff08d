import type { Item } from '../item.ts';
import { channels, codeOf, fields, manners, marks, stages, tiers } from '../vocabulary.ts';

/** One row of a table by our names of its columns. */
export type Cells = Readonly<Record<string, string>>;

const lines = (cell: string): string[] =>
  cell
    .split(/[\n;；]/u)
    .map((l) => l.replace(/^\s*(?:\d+[.．、]|[（(]\d+[)）])\s*/u, '').trim())
    .filter((l) => l !== '');
const isMark = (cell: string): boolean => marks.required.includes(cell.trim());

/** Elements are divided by lines and ；, or else by 、; commas belong to a name. */
export const elementsIn = (cell: string): string[] =>
  lines(cell).length > 1
    ? lines(cell)
    : cell
        .split('、')
        .map((e) => e.trim())
        .filter((e) => e !== '');

/** What stands between two laws and belongs to neither. */
const betweenLaws = /^[\s、，,;；。]+|(?:[\s、，,;；。]|和|及|以及|与)+$/gu;

/** Laws by their《》, each with all that is said of it (第三条第（二）项); a line without any is one entry. */
export const basisIn = (cell: string): string[] =>
  lines(cell).flatMap((line) =>
    citationsIn(line)
      .map((one) => one.replaceAll(betweenLaws, '').trim())
      .filter((one) => one !== ''),
  );

/** Divides before every《 that no bracket encloses. */
function citationsIn(line: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const character of line) {
    const begun = found.at(-1) ?? '';
    if (character === '《' && depth === 0 && begun.includes('《')) found.push('');
    if ('《（(〈'.includes(character)) depth += 1;
    if ('》）)〉'.includes(character)) depth = Math.max(0, depth - 1);
    found[found.length - 1] += character;
  }
  return found;
}

/** ■政府网站 □政府公报 …: a mark before each name; without any mark every name counts as required. */
export function channelsIn(cell: string): { channels: Item['channels']; unknown: string[] } {
  const all = [...marks.required, ...marks.optional].map((m) => m.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const symbols = all.filter((m) => !/^[a-z]$/iu.test(m));
  const parts = cell
    .split(new RegExp(`(?=${symbols.join('|')})|[\\n,，;；]`, 'u'))
    .map((p) => p.trim())
    .filter((p) => p !== '');
  const unknown: string[] = [];
  const found = parts.flatMap((part): Item['channels'] => {
    const mark = symbols.find((m) => part.startsWith(m));
    const [, name = '', detail] =
      /^([^(（]*(?:[(（]电子屏[)）])?)\s*(?:[(（](.*)[)）])?$/u.exec(part.slice(mark?.length ?? 0).trim()) ??
      [];
    const code = codeOf(channels, name.trim());
    if (code === null) unknown.push(part);
    return code === null
      ? []
      : [
          {
            code,
            required: mark === undefined || marks.required.includes(mark),
            ...(detail === undefined || detail === '' ? {} : { detail }),
          },
        ];
  });
  return { channels: found, unknown };
}

export function audienceIn(cells: Cells): Item['audience'] {
  const group = (cells['audience:specific'] ?? '').trim();
  if (group !== '' && !isMark(cells['audience:all'] ?? ''))
    return { scope: 'specific', ...(isMark(group) ? {} : { group }) };
  const said = (cells['audience'] ?? '').trim();
  return said === '' || said.includes('全社会') ? { scope: 'all' } : { scope: 'specific', group: said };
}

export function mannerIn(cells: Cells): Item['manner'] {
  const marked = manners.find((m) => isMark(cells[`manner:${m.code}`] ?? ''));
  return marked?.code ?? codeOf(manners, cells['manner'] ?? '');
}

const tierWords = (cell: string): readonly string[] =>
  cell.split(/[、,，;；/\s]/u).filter((word) => word !== '');

export function tiersIn(cells: Cells): Item['tier'] {
  const marked = tiers.filter((t) => isMark(cells[`tier:${t.code}`] ?? '')).map((t) => t.code);
  return marked.length > 0
    ? marked
    : tierWords(cells['tier'] ?? '').flatMap((word) => codeOf(tiers, word) ?? []);
}

export const stageIn = (cells: Cells): Item['stage'] => codeOf(stages, cells['stage'] ?? '');
export const fieldIn = (cells: Cells): string | null => codeOf(fields, cells['field'] ?? '');

/** Columns that hold a mark, or nothing: 公开方式 and 公开层级 divided into one column each. */
const markColumns: readonly (readonly [string, string])[] = [
  ['audience:all', '全社会'],
  ...manners.map((m) => [`manner:${m.code}`, m.name] as const),
  ...tiers.map((t) => [`tier:${t.code}`, t.name] as const),
];
const isKnownMark = (cell: string): boolean =>
  cell === '' || isMark(cell) || marks.optional.includes(cell.trim());

/** Words of closed vocabularies that nobody has given a meaning, each with its column, for the report. */
export function unknownWordsIn(cells: Cells): readonly string[] {
  const of = (column: string): string => (cells[column] ?? '').trim();
  const unless = (known: boolean, problem: string): readonly string[] => (known ? [] : [problem]);
  return [
    ...unless(of('stage') === '' || stageIn(cells) !== null, `不认识的公开环节“${of('stage')}”`),
    ...unless(
      of('manner') === '' || codeOf(manners, of('manner')) !== null,
      `不认识的公开方式“${of('manner')}”`,
    ),
    ...tierWords(of('tier')).flatMap((word) =>
      unless(codeOf(tiers, word) !== null, `不认识的公开层级“${word}”`),
    ),
    ...markColumns.flatMap(([column, title]) =>
      unless(isKnownMark(of(column)), `“${title}”一栏里不认识的标记“${of(column)}”`),
    ),
  ];
}
