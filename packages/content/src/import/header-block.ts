import type { Block, EditionHeader } from '@towncrier/contracts';
import { findDate } from '../words/calendar.ts';
import { inlineText } from '../reading/inline.text.ts';

type Header = Partial<EditionHeader>;
type Reader = (value: string) => Header | null;

const organ: Reader = (value) => (value.length >= 2 && value.length <= 100 ? { issuer: value } : null);
const number: Reader = (value) => (/\d/.test(value) && value.length <= 60 ? { documentNumber: value } : null);
const validities = ['有效', '失效', '废止', '修改'] as const;

/**
 * Labels of the header block and what their values must look like; a value that does not is not taken for
 * one.
 */
const fields: readonly { readonly label: RegExp; readonly read: Reader }[] = [
  {
    label: /^索\s?引\s?号/u,
    read: (value) =>
      /^[\w\-/.〔〕\p{Script=Han}]{4,60}$/u.test(value) ? { originalIndexNumber: value } : null,
  },
  { label: /^(?:发布机构|发文机关|发布单位|公开责任部门|信息来源)/u, read: organ },
  { label: /^(?:文\s?号|发文字号|公文文号)/u, read: number },
  { label: /^(?:成文日期|发文日期|生成日期)/u, read: (value) => dated(value, 'writtenOn') },
  { label: /^(?:发布日期|公开日期|发布时间)/u, read: (value) => dated(value, 'publishedOn') },
  { label: /^(?:时\s?效\s?性|有\s?效\s?性)/u, read: (value) => validity(value) },
  {
    label: /^(?:主题分类|主题词|体裁分类|信息名称|名称|标题|公开方式|公开类型|公开范围)[：:]/u,
    read: () => ({}),
  },
];

export interface HeaderBlock {
  /** The first value of each field. */
  readonly header: Header;
  /** All that is said, in order: a field may stand there twice. */
  readonly every: readonly Header[];
  readonly rest: readonly Block[];
}

/**
 * Takes the header block off the top: lines or a table of labels and values. What stands there besides (a
 * rubric, dashes) goes with it.
 */
export function takeHeaderBlock(blocks: readonly Block[]): HeaderBlock {
  const [first] = blocks;
  if (first?.type === 'table') {
    const cells = first.content.flatMap((row) =>
      row.content.map((cell) => inlineText(cell.content, ' ').trim()),
    );
    const { header, every } = takeLines(cells);
    return Object.keys(header).length >= 2
      ? { header, every, rest: blocks.slice(1) }
      : { header: {}, every: [], rest: blocks };
  }
  const lines = blocks
    .slice(0, 30)
    .map((block) => (block.type === 'paragraph' ? inlineText(block.content, ' ').trim() : null));
  const end = lines.indexOf(null);
  const { header, every, taken } = takeLines((end === -1 ? lines : lines.slice(0, end)) as readonly string[]);
  return { header, every, rest: blocks.slice(taken) };
}

function takeLines(lines: readonly string[]): Omit<HeaderBlock, 'rest'> & { readonly taken: number } {
  const every: Header[] = [];
  let taken = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = undashed(lines[i] ?? '');
    const field = fields.find(({ label }) => label.test(line));
    if (field === undefined) {
      const rubric =
        line === '' || (taken === 0 && line.length <= 12 && lines.slice(i + 1, i + 4).some(startsField));
      if (rubric) continue;
      break;
    }
    const value = line
      .replace(field.label, '')
      .replace(/^[：:\s]+/u, '')
      .trim();
    const next = undashed(lines[i + 1] ?? '');
    const read = value === '' ? (startsField(next) ? null : field.read(next)) : field.read(value);
    // A label with words after it that cannot be its value is a sentence of the document.
    if (value !== '' && read === null) break;
    if (value === '' && read !== null && next !== '') i += 1;
    if (read !== null) every.push(read);
    taken = i + 1;
  }
  while (taken > 0 && taken < lines.length && undashed(lines[taken] ?? '') === '') taken += 1;
  const header = every.reduceRight<Header>((all, one) => ({ ...all, ...one }), {});
  return { header, every, taken };
}

const undashed = (line: string): string => line.replace(/^[-—–•·\s]+/u, '').trim();
const startsField = (line: string): boolean => fields.some(({ label }) => label.test(undashed(line)));

function dated(value: string, field: 'writtenOn' | 'publishedOn'): Header | null {
  const date = value.length <= 24 ? findDate(value) : null;
  return date === null ? null : { [field]: date };
}

function validity(value: string): Header | null {
  const known = validities.find((word) => word === value.replace(/^(?:现行|已)/u, ''));
  return known === undefined ? null : { validity: known };
}
