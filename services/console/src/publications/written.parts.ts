import type { ModelDocument } from '../editor/document.codec.ts';
import { ownField } from '../own-words/own.words.ts';
import type { Filled } from './filled.ts';
import type { Written } from './written.ts';

/** One thing that the form says, apart from the text. */
export interface Part {
  /** Where it stands in the form: `title`, `matter.type`, `matter.fields.period`. */
  readonly key: string;
  readonly value: unknown;
}

const simple = [
  'title',
  'shortTitle',
  'essentials',
  'issuer',
  'documentNumber',
  'writtenOn',
  'lane',
  'channels',
  'audience',
  'publishAt',
  'expiresAt',
  'drill',
  'reason',
  'hidesEarlier',
] as const satisfies readonly (keyof Written)[];

/** How a field is called on the page; what a type asks for is called as the hub says. */
export const titles: Readonly<Record<string, string>> = {
  title: '标题',
  shortTitle: '短标题',
  essentials: '要素',
  issuer: '发布机构',
  documentNumber: '文号',
  writtenOn: '成文日期',
  lane: '通道',
  channels: '渠道',
  audience: '受众',
  publishAt: '定时发布',
  expiresAt: '到期失效',
  drill: '演练',
  reason: '更正原因',
  hidesEarlier: '原版不得继续公开',
  'matter.type': '类型',
  'matter.column': '栏目',
  'matter.item': '公开事项',
  attachments: '附件',
  body: '正文',
};

/** All of the form but the text and its attachments. */
export function partsOf({ written }: Filled): readonly Part[] {
  const { type, column, item, fields = {} } = written.matter ?? {};
  return [
    ...simple.map((key) => ({ key, value: written[key] })),
    { key: 'matter.type', value: type },
    { key: 'matter.column', value: column },
    { key: 'matter.item', value: item },
    ...Object.entries(fields).map(([key, value]) => ({ key: `matter.fields.${key}`, value })),
    ...Object.entries(written.ownWords ?? {}).map(([key, value]) => ({ key: ownField(key), value })),
  ];
}

/** A form that says this. @param parts keys as `partsOf` gives them */
export function withParts(form: Filled, parts: readonly Part[]): Filled {
  const top: Record<string, unknown> = {};
  const matter: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const { key, value } of parts) {
    if (key.startsWith('matter.fields.')) fields[key.slice('matter.fields.'.length)] = value;
    else if (key.startsWith(ownField(''))) own[key.slice(ownField('').length)] = value;
    else if (key.startsWith('matter.')) matter[key.slice('matter.'.length)] = value;
    else top[key] = value;
  }
  const { written } = form;
  const said = {
    ...written,
    ...top,
    ...(Object.keys(own).length === 0 ? {} : { ownWords: { ...written.ownWords, ...own } }),
    matter: { ...written.matter, ...matter, fields: { ...written.matter?.fields, ...fields } },
  };
  return { ...form, written: said as Partial<Written> };
}

export type Block = ModelDocument['content'][number];
export const blocksOf = ({ written }: Filled): readonly Block[] => written.body?.document?.content ?? [];

interface Worded {
  readonly text?: string;
  readonly attrs?: unknown;
  readonly content?: readonly unknown[];
}

/** A block in words, as somebody who compares two texts reads it. */
export function wordsOf(block: unknown): string {
  const { text = '', attrs, content = [] } = block as Worded;
  const within = content.map(wordsOf).filter((words) => words !== '');
  const inline = content.every((one) => (one as Worded).text !== undefined);
  return `${text}${within.join(inline ? '' : ' ')}${content.length === 0 ? wordsIn(attrs) : ''}`;
}

/** Words of a piece that is filled in: labels, names, numbers; not what it refers to. */
function wordsIn(attrs: unknown): string {
  if (typeof attrs === 'string') return attrs;
  if (typeof attrs !== 'object' || attrs === null) return '';
  const names = new Set(['id', 'media', 'href', 'align', 'level', 'indent', 'kind']);
  return Object.entries(attrs)
    .filter(([name]) => !names.has(name))
    .map(([, value]) => wordsIn(value))
    .filter((words) => words !== '')
    .join(' ');
}
