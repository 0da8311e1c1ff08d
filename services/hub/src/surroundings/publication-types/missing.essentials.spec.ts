import { importSource } from '@towncrier/content';
import { describe, expect, it } from 'vitest';
import { missingEssentials } from './missing.essentials.ts';
import { publicationTypes, typeOf } from './publication.type.ts';

function of(...lines: string[]) {
  const source = ['关于征求意见的公告', '', ...lines, '', '开远市交通运输局', '2026年11月24日'].join('\n');
  const { content } = importSource({ format: 'text', source });
  if (content === null) throw new Error('it must be readable');
  return content;
}
const told = (code: string, ...lines: string[]) =>
  missingEssentials(typeOf(code), of(...lines)).map(({ message, severity }) => [severity, message]);

describe('what readers of a type need to know', () => {
  it('is asked for where the words do not say it, and stops nothing', () => {
    expect(told('consultation', '现向社会公开征求意见。')).toEqual([
      ['advise', '没有从正文认出“时间”，短信、微博和大屏不会说到它。'],
      ['advise', '没有从正文认出“方式”，短信、微博和大屏不会说到它。'],
    ]);
  });

  it('is there when the words say it, or the editor does', () => {
    const lines = ['一、征求意见时间：11月25日至12月26日。', '二、反馈方式：信函寄人民北路288号。'];
    expect(told('consultation', ...lines)).toEqual([]);
    const content = {
      ...of('现公开征求意见。'),
      essentials: [
        { kind: 'when' as const, label: '', words: '12月26日前', block: null },
        { kind: 'ways' as const, label: '', words: '来信', block: null },
      ],
    };
    expect(missingEssentials(typeOf('consultation'), content)).toEqual([]);
  });

  it('is nothing for a type nobody knows, and for one that asks for none', () => {
    expect(missingEssentials(null, of('通知。'))).toEqual([]);
    expect(told('general-notice', '通知。')).toEqual([]);
    expect(publicationTypes.filter(({ needs }) => needs.length > 0).length).toBeGreaterThanOrEqual(6);
  });
});
