import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edition as anyEdition } from '../../test/arbitrary.ts';
import { editionOf, paragraph, samples } from '../../test/samples.ts';
import { breakLines, halfCells } from '../words/cells.ts';
import { checkLed, ledScreenProfile, ledStripProfile, ledWithdrawal, renderLed } from './led.pages.ts';
import { checkPortal, portalProfile, renderPortal } from './portal.card.ts';
import { checkSms, renderSms, smsFragments, smsProfile, smsWithdrawal } from './sms.text.ts';
import { renderBoard } from './board.sheet.ts';
import { renderWebsite } from './website.article.ts';
import { checkWechat, renderWechat, wechatProfile } from './wechat.article.ts';
import { checkWeibo, renderWeibo, weiboProfile, weiboUnits, weiboWithdrawal } from './weibo.status.ts';

const withdrawal = (title: string, reason: string) => ({
  title,
  reason,
  withdrawnAt: '2026-11-24T10:00:00+08:00',
  links: { page: 'https://www.example.gov.cn/n/7K3QZP4M.html' },
});
const longTitle = editionOf({ title: '长'.repeat(200), body: { type: 'doc', content: [paragraph('正文')] } });

it('renders the same edition to the same bytes, whatever object it comes in', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      const copy = structuredClone(edition);
      for (const render of [
        renderWebsite,
        renderWechat,
        renderWeibo,
        renderSms,
        renderLed,
        renderPortal,
        renderBoard,
      ]) {
        expect(JSON.stringify((render as (e: typeof edition) => unknown)(copy))).toBe(
          JSON.stringify((render as (e: typeof edition) => unknown)(edition)),
        );
      }
    }),
  );
});

describe('Weibo', () => {
  it('never exceeds 140, never writes a topic, always carries the page', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { text, units } = renderWeibo(edition);
        expect(units).toBeLessThanOrEqual(weiboProfile.status.max);
        expect(text).not.toContain('#');
        expect(text.endsWith(edition.links.page)).toBe(true);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('counts a Chinese character as one, two ASCII characters as one, an address as ten', () => {
    expect(weiboUnits('停水abc')).toBe(4);
    expect(weiboUnits('见 https://www.example.gov.cn/n/7K3QZP4M.html?a=bbbbbbbbbbbbbbbbbb')).toBe(12);
  });

  it('keeps the longest withdrawal within the limit', () => {
    expect(weiboUnits(weiboWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(500))))).toBeLessThanOrEqual(
      140,
    );
  });

  it('asks for a short title when the title leaves no room', () => {
    expect(checkWeibo(longTitle)).toMatchObject([
      { field: 'title', remedy: expect.stringContaining('短标题') as string },
    ]);
  });
});

describe('SMS', () => {
  it('never takes more fragments than agreed, unless it says so before sending', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { text, variable, ending, fragments } = renderSms(edition);
        if (checkSms(edition).length === 0)
          expect(fragments.length).toBeLessThanOrEqual(smsProfile.fragments.max);
        expect(fragments.join('')).toBe(text);
        expect(text).toBe(`【${smsProfile.signature}】${variable}${ending}`);
        expect(variable).not.toMatch(/[【】]/);
      }),
    );
  });

  it('is one message of 70 units or parts of 67, and splits no character in two', () => {
    expect(smsFragments('水'.repeat(70))).toHaveLength(1);
    expect(smsFragments('水'.repeat(71)).map((part) => part.length)).toEqual([67, 4]);
    const rare = smsFragments(`${'水'.repeat(66)}𠮷${'水'.repeat(20)}`);
    expect(rare.map((part) => part.length)).toEqual([66, 22]);
    expect(rare.every((part) => part.isWellFormed())).toBe(true);
  });

  it('lets the summary go first and says so', () => {
    const edition = editionOf({
      title: '停水通知',
      summary: `${'停水范围很大，'.repeat(60)}完`,
      body: {
        type: 'doc',
        content: [
          {
            type: 'keyFacts',
            attrs: {
              facts: [
                { label: '停水时间', value: '11月25日8时至18时' },
                { label: '电话', value: '0873-7123456' },
              ],
            },
          },
        ],
      },
    });
    const { text, notes } = renderSms(edition);
    expect(text).toContain('停水时间：11月25日8时至18时。');
    expect(text).toContain('0873-7123456');
    expect(notes[0]?.message).toContain('摘要');
  });

  it('tells of a correction and of a withdrawal in its first words', () => {
    expect(renderSms(samples.correction).text).toMatch(/^【开远市人民政府】更正：/);
    expect(smsWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(500))).text).toMatch(
      /^【开远市人民政府】撤回：/,
    );
    expect(
      smsWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(500))).fragments.length,
    ).toBeLessThanOrEqual(3);
  });

  it('ends with the fixed words of a template where addresses are not allowed', () => {
    const { text } = renderSms(samples.water, { ...smsProfile, ending: '详见开远市人民政府网站' });
    expect(text).not.toContain('http');
    expect(text.endsWith('。详见开远市人民政府网站')).toBe(true);
  });
});

describe('LED', () => {
  it('never leaves the grid and never shows more pages than agreed, unless it says so before', () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(ledStripProfile, ledScreenProfile, {
          ...ledStripProfile,
          cols: 12,
          rows: 2,
          pages: { ...ledStripProfile.pages, max: 6 },
        }),
        (edition, profile) => {
          const { pages } = renderLed(edition, profile);
          if (checkLed(edition, profile).length === 0)
            expect(pages.length).toBeLessThanOrEqual(profile.pages.max);
          for (const { lines, dwellMs } of pages) {
            expect(lines.length).toBeLessThanOrEqual(profile.rows);
            expect(dwellMs).toBeGreaterThanOrEqual(3000);
            for (const line of lines) expect(halfCells(line)).toBeLessThanOrEqual(profile.cols * 2);
          }
        },
      ),
    );
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    const clause = fc.constantFrom(
      '关于印发《方案》的通知，',
      '“放管服”改革（试行）。',
      '3,200户、',
      '《统计月报》、',
      '按“应公开、尽公开”要求；',
      '时间：2026年11月25日8时至18时。',
    );
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 10, max: 30 }),
        (clauses, cols) => {
          const lines = breakLines(clauses.join(''), cols);
          expect(lines.join('')).toBe(clauses.join(''));
          for (const line of lines) {
            expect(line).not.toMatch(/^[，。、；：》」』）】”’]/);
            expect(line).not.toMatch(/[《「『（【“‘]$/);
            expect(halfCells(line)).toBeLessThanOrEqual(cols * 2);
          }
        },
      ),
    );
  });

  it('keeps a number and its unit on one line', () => {
    for (let cols = 8; cols < 24; cols += 1) {
      const lines = breakLines('定于2026年11月25日停水，影响约3,200户居民，电话0873-7123456。', cols);
      for (const whole of ['2026年', '11月', '25日', '3,200户', '0873-7123456'])
        expect(
          lines.some((line) => line.includes(whole)),
          `${whole} at ${cols}`,
        ).toBe(true);
    }
  });

  it('shows a withdrawal of any length within its pages', () => {
    expect(ledWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(100))).pages.length).toBeLessThanOrEqual(
      ledStripProfile.pages.max,
    );
  });
});

describe('portal', () => {
  it('keeps title and summary within the card', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const card = renderPortal(edition);
        expect(card.title.length).toBeLessThanOrEqual(portalProfile.title.max);
        expect(card.summary.length).toBeLessThanOrEqual(portalProfile.summary.max);
      }),
    );
    expect(checkPortal(longTitle)).toHaveLength(1);
  });

  it('wears the badge that matters most', () => {
    expect(renderPortal(samples.water).badge).toBe('通知');
    expect(renderPortal(samples.water, portalProfile, 'urgent').badge).toBe('紧急');
    expect(renderPortal(samples.correction).badge).toBe('更正');
    expect(renderPortal(samples.rare)).toMatchObject({
      badge: '公示',
      deadline: { label: '公示截止', value: '2026年11月28日' },
    });
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

  it('refuses a title it cannot shorten and a first block it cannot hold', () => {
    expect(checkWechat(longTitle).map(({ field }) => field)).toEqual(['title']);
    expect(
      checkWechat(
        editionOf({ title: '通知', body: { type: 'doc', content: [paragraph('长'.repeat(20_000))] } }),
      ).map(({ field }) => field),
    ).toEqual(['body']);
    expect(
      checkWechat(
        editionOf({
          title: '通知',
          shortTitle: '长'.repeat(33),
          body: { type: 'doc', content: [paragraph('文')] },
        }),
      ).map(({ field }) => field),
    ).toEqual(['shortTitle']);
  });
});
