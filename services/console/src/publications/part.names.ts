import { useAreas, type Audience } from '../audience/audience.ts';
import { audienceInWords } from '../audience/audience.words.ts';
import { titleOf, useChannels } from '../channels/channels.ts';
import { titleIn, useColumns, useTypes } from '../columns/columns.ts';
import { useBodyNames } from '../organisation/organisations.ts';
import { ownField, partTitle, type Own } from '../own-words/own.words.ts';
import { useForm } from './matter.fields.tsx';
import { titles } from './written.parts.ts';
import type { Written } from './written.ts';

/** What a field of the form is called, and what stands in it, in the words of the page. */
export interface PartNames {
  readonly labelOf: (key: string) => string;
  readonly wordsOf: (key: string, value: unknown) => string;
}

export function usePartNames(written: Written | undefined): PartNames {
  const [channels, types, columns] = [useChannels(), useTypes(), useColumns()];
  const [areas, organisation] = [useAreas(), useBodyNames()];
  const fields = useForm(written?.matter?.type, written?.matter?.item).data ?? [];
  const known: Readonly<Record<string, (value: unknown) => string>> = {
    channels: (ids) => (ids as string[]).map((id) => titleOf(channels.data, id)).join('、') || '（未选）',
    audience: (of) => audienceInWords(of as Audience, { areas: areas.data, organisation }),
    lane: (lane) => (lane === 'urgent' ? '紧急' : '普通'),
    essentials: (rows) =>
      (rows as { words?: string }[]).map(({ words = '' }) => words).join('；') || '（一项也没有）',
    'matter.type': (code) => titleIn(types.data, String(code)),
    'matter.column': (code) => titleIn(columns.data, String(code)),
  };
  return {
    labelOf: (key) =>
      ownKeyIn(key, (own) => partTitle(channels.data, own)) ??
      titles[key] ??
      fields.find((field) => key === `matter.fields.${field.key}`)?.title ??
      '其他要素',
    wordsOf: (key, value) => {
      if (value === undefined || value === null || value === '') return '（空）';
      if (ownKeyIn(key, () => '') !== undefined) return (value as Own).words || '（空）';
      return known[key]?.(value) ?? anyInWords(value);
    },
  };
}

const ownKeyIn = (key: string, told: (own: string) => string): string | undefined =>
  key.startsWith(ownField('')) ? told(key.slice(ownField('').length)) : undefined;

function anyInWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object' || value === null) return String(value).replace('T', ' ');
  const { from = '', to = '' } = value as { from?: string; to?: string };
  return `${from} 至 ${to}`;
}
