import type { Edition, EditionContent } from '@towncrier/contracts';
import type { Finding } from '../finding.ts';
import { headerFacts, publicNoticeFacts } from '../reading/facts.ts';
import { missingPictures } from '../reading/pictures.ts';
import { withoutIssuer } from '../reading/short-title.ts';
import { summarise } from '../reading/summary.ts';
import { instantInWords } from '../words/calendar.ts';
import { cutAtWord } from '../words/cut.ts';
import { segmentWords } from '../words/segment.ts';
import { endingWords, type WithdrawalNotice } from '../withdrawal-notice.ts';
import { escapeHtml, tag } from './markup.ts';
import { websiteBlock, websiteFacts, type Anchors, type MediaAddress } from './website.blocks.ts';

export interface WebsiteProfile {
  /** Address of a picture by the id of its media; by default the bytes go into the page. */
  readonly mediaUrl?: MediaAddress;
  readonly description: number;
  readonly keywords: number;
}

export const websiteProfile: WebsiteProfile = { description: 120, keywords: 8 };

export interface OutlineEntry {
  readonly id: string;
  readonly level: 2 | 3 | 4 | 5;
  readonly text: string;
}

export interface WebsiteArticle {
  readonly title: string;
  /** One `<article>`: valid anywhere in a page, under a policy that forbids inline style and script. */
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
  /** Plain text for `<meta name="description">` and `keywords`: not escaped. */
  readonly description: string;
  readonly keywords: readonly string[];
}

export function renderWebsite(edition: Edition, profile: WebsiteProfile = websiteProfile): WebsiteArticle {
  const { content, corrects } = edition;
  const outline: OutlineEntry[] = [];
  const anchors = anchorsInto(outline);
  const body = content.body.content
    .map((block) => websiteBlock(block, profile.mediaUrl ?? inPage(content), anchors))
    .join('\n');
  const banner =
    corrects === undefined
      ? ''
      : tag(
          'aside',
          { class: 'correction', role: 'note' },
          tag('strong', {}, '更正'),
          tag(
            'p',
            {},
            escapeHtml(
              `本页为第${edition.edition}版，替代第${corrects.edition}版。更正原因：${corrects.reason}`,
            ),
          ),
        );
  const notice =
    content.publicNotice === undefined
      ? ''
      : tag(
          'section',
          { class: 'public-notice', 'aria-label': '公示' },
          websiteFacts(publicNoticeFacts(content.publicNotice), 'notice-facts'),
        );
  const html = tag(
    'article',
    { lang: 'zh-CN' },
    '\n',
    [
      tag('header', {}, tag('h1', {}, escapeHtml(content.title)), headerTable(content)),
      banner,
      notice,
      tag('div', { class: 'body' }, '\n', body, '\n'),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    '\n',
  );
  return {
    title: content.title,
    html,
    outline,
    description: summarise(content, profile.description),
    keywords: keywordsOf(content, profile.keywords),
  };
}

/** The site takes everything the model can say; only a picture may be missing. */
export const checkWebsite = (edition: Edition): readonly Finding[] => missingPictures(edition.content);

/** Stands at the address of a withdrawn piece: never a bare "not found". */
export function websiteWithdrawal(withdrawal: WithdrawalNotice): string {
  const { verb, done, advice } = endingWords(withdrawal.act);
  return tag(
    'article',
    { lang: 'zh-CN', class: 'withdrawn' },
    '\n',
    tag('header', {}, tag('h1', { 'data-ended': done }, escapeHtml(withdrawal.title))),
    '\n',
    tag(
      'aside',
      { role: 'note' },
      tag('strong', {}, verb),
      tag('p', {}, escapeHtml(`本文已于${instantInWords(withdrawal.withdrawnAt)}${verb}，${advice}。`)),
      tag('p', {}, escapeHtml(`${verb}原因：${withdrawal.reason}`)),
    ),
    '\n',
  );
}

function headerTable(content: EditionContent): string {
  const rows = headerFacts(content.header).map(({ label, value }) =>
    tag('tr', {}, tag('th', { scope: 'row' }, escapeHtml(label)), tag('td', {}, escapeHtml(value))),
  );
  return tag(
    'table',
    { class: 'document-header' },
    tag('caption', {}, '公文信息'),
    tag('tbody', {}, ...rows),
  );
}

/**
 * Ids are the editor's where they are plain and unique, else counted: `s1-2` is the second heading under the
 * first.
 */
function anchorsInto(outline: OutlineEntry[]): Anchors {
  const taken = new Set<string>();
  const counts = [0, 0, 0, 0];
  return {
    take(wanted, level, text) {
      counts.fill(0, level - 1);
      counts[level - 2] = (counts[level - 2] ?? 0) + 1;
      const mayStay =
        wanted !== undefined && /^[A-Za-z][\w-]*$/.test(wanted) && !/^s\d/.test(wanted) && !taken.has(wanted);
      const id = mayStay ? wanted : `s${counts.slice(0, level - 1).join('-')}`;
      taken.add(id);
      outline.push({ id, level, text });
      return id;
    },
  };
}

function inPage(content: EditionContent): MediaAddress {
  return (id) => {
    const media = content.media.find((entry) => entry.id === id);
    return media === undefined ? null : `data:${media.mediaType};base64,${media.data}`;
  };
}

const common = /^(?:关于|印发|开展|进一步|做好|有关|工作|方案|通知|公告|通告|公示|实施|意见|\d.*)$/;

function keywordsOf(content: EditionContent, max: number): readonly string[] {
  const words = segmentWords(withoutIssuer(content.title)).filter(
    (word) => /^[\p{L}\p{N}]{2,}$/u.test(word) && !common.test(word),
  );
  return [...new Set([content.header.issuer, ...words])].slice(0, max).map((word) => cutAtWord(word, 40));
}
