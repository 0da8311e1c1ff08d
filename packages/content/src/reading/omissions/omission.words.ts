import type { Omission } from './omission.ts';

/** What is missing, before it is put into words. */
export type Missing = Omit<Omission, 'message' | 'where'>;

const things: Readonly<Record<Omission['kind'], string>> = {
  rows: '表格',
  items: '列表',
  fact: '要点',
  contact: '联系方式',
  telephone: '电话',
  amount: '金额',
  objections: '异议反映方式',
  period: '公示截止日期',
  attachment: '附件',
  paragraphs: '正文',
};
const counters: Readonly<Partial<Record<Omission['kind'], string>>> = {
  rows: '行',
  items: '项',
  fact: '项',
  contact: '项',
  amount: '处',
  paragraphs: '段',
};

/** What a reader does not find, as an editor is told. */
export function omissionWords({ kind, shown, of, excerpt }: Missing): string {
  const counter = counters[kind];
  if (counter === undefined) return `没有${things[kind]}“${excerpt}”`;
  if (shown === 0) return `没有${things[kind]}（共${of}${counter}，如“${excerpt}”）`;
  return `${things[kind]}只有${of}${counter}中的${shown}${counter}，缺“${excerpt}”${of - shown > 1 ? '等' : ''}`;
}
