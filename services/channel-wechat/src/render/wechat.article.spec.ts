import { importHtml, wordsOfHtml } from '@towncrier/content';
import {
  anyEdition,
  editionOf,
  faultsIn,
  hostile,
  paragraph,
  samples,
  spokenWords,
} from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWechat, renderWechat } from './wechat.article.ts';
import { wechatProfile } from './wechat.profile.ts';

const longTitle = editionOf({ title: '长'.repeat(200), body: { type: 'doc', content: [paragraph('正文')] } });
const sound = { style: true, names: false };
const numberless = (text: string): string => text.replace(/\[\d+\]/g, '');

it('renders the same edition to the same words, whatever object it comes in', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      expect(renderWechat(structuredClone(edition))).toEqual(renderWechat(edition));
    }),
  );
});

describe('an article', () => {
  it('begins with time, place and telephone where the notice tells them further down', () => {
    const told = editionOf({
      title: '关于计划停水的通告',
      body: {
        type: 'doc',
        content: [
          paragraph('因管道迁改接驳，需对部分区域停水。'),
          paragraph('停水时间：12月2日22:00至12月3日6:00，共8小时。'),
          paragraph('停水范围：健民巷、东风小区。'),
          paragraph('咨询电话：0873-7122110。'),
        ],
      },
    });
    const words = wordsOfHtml(renderWechat(told).content);
    const top = words.slice(0, words.indexOf('因管道迁改接驳'));
    for (const fact of ['12月2日22:00至12月3日6:00', '健民巷、东风小区', '0873-7122110'])
      expect(top).toContain(fact);
    expect(top).not.toContain('共8小时');
  });

  it('is well-formed and inert for any edition, and keeps every word unless it says so', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { content, notes } = renderWechat(edition);
        expect(faultsIn(content, sound)).toEqual([]);
        if (notes.some(({ message }) => message.includes('只放得下'))) return;
        const article = numberless(wordsOfHtml(content));
        for (const run of spokenWords(edition.content.body.content))
          expect(article).toContain(numberless(run));
      }),
    );
  });

  it.each(hostile)('has nothing of %s that acts', (source) => {
    const { blocks, media } = importHtml(source);
    const body = { type: 'doc' as const, content: [...blocks, { type: 'divider' as const }] };
    expect(
      faultsIn(renderWechat(editionOf({ title: '敌意', body, media: [...media] })).content, sound),
    ).toEqual([]);
  });

  it('says of a correction which edition it replaces', () => {
    expect(renderWechat(samples.correction).content).toContain('替代第1版');
  });
});

describe('WeChat', () => {
  it('keeps every field within the limits of a draft', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const article = renderWechat(edition);
        expect(article.title.length).toBeLessThanOrEqual(32);
        expect(article.author.length).toBeLessThanOrEqual(16);
        expect(article.digest.length).toBeLessThanOrEqual(128);
        expect(article.content.length).toBeLessThan(20_000);
      }),
    );
  });

  it('carries the whole pilot plan of 9,600 characters', () => {
    const { content, title, notes } = renderWechat(samples.plan);
    expect(content.length).toBeLessThan(20_000);
    expect(content).toContain('不断提升公众满意度和获得感。');
    expect(title).toBe('关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知');
    expect(notes).toEqual([]);
  });

  it('gives up looks before words, and cuts between blocks with a pointer to the page', () => {
    const of = (count: number) =>
      editionOf({
        title: '通知',
        body: {
          type: 'doc',
          content: Array.from({ length: count }, (_, i) => paragraph(`第${i}段${'字'.repeat(60)}`)),
        },
      });
    const lean = renderWechat(of(200));
    expect(lean.notes[0]?.message).toContain('版式已简化');
    expect(lean.content).toContain('第199段');
    const cut = renderWechat(of(1000));
    expect(cut.content.length).toBeLessThanOrEqual(wechatProfile.content.max);
    expect(cut.content).toContain('全文请点击“阅读原文”');
    expect(cut.notes[0]?.message).toContain('共1000段');
    expect(cut.contentSourceUrl).toBe('https://www.example.gov.cn/n/7K3QZP4M.html');
  });

  it('shortens any title and refuses a first block it cannot hold', () => {
    expect(checkWechat(longTitle)).toEqual([]);
    expect(renderWechat(longTitle).title).toBe(`${'长'.repeat(31)}…`);
    expect(
      checkWechat(
        editionOf({ title: '通知', body: { type: 'doc', content: [paragraph('长'.repeat(20_000))] } }),
      ).map(({ field }) => field),
    ).toEqual(['body']);
  });
});
