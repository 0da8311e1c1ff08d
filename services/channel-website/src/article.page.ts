import { dateInChina, dateInWords, endingWords, escapeHtml, minuteInChina, tag } from '@towncrier/content';
import type { Withdrawal } from '@towncrier/channel-kit';
import { framed } from './page.frame.ts';
import { websiteWithdrawal, type WebsiteArticle } from './render/website.article.ts';
import type { SiteSettings } from './settings.ts';

/** The rendition stands between these marks, byte for byte: read-back hashes what is between them. */
const [open, close] = ['<!--towncrier:begin-->', '<!--towncrier:end-->'];

/** `releasedAt` is when it was first published (ISO 8601); a correction keeps it. */
export interface PageFacts {
  readonly publication: string;
  readonly releasedAt: string;
  readonly issuer: string;
}

export const articlePath = (publication: string): string => `n/${publication}.html`;

/**
 * An empty file beside the page of what is over: the web server answers 410 (Gone, RFC 9110 section 15.5.11) with
 * that page as long as it is there.
 */
export const endedMark = (publication: string): string => `${articlePath(publication)}.gone`;

export function articlePage(site: SiteSettings, article: WebsiteArticle, facts: PageFacts): string {
  const tags = [
    ['ArticleTitle', article.title],
    ['PubDate', minuteInChina(facts.releasedAt)],
    ['ContentSource', facts.issuer],
    ['Author', facts.issuer],
    ['Keywords', article.keywords.join(',')],
  ] as const;
  return framed(
    site,
    {
      title: article.title,
      here: 'article',
      path: articlePath(facts.publication),
      description: article.description,
      tags,
    },
    `${sourceLine(facts)}${open}${article.html}${close}`,
  );
}

/** When and by whom, where a reader looks first (国办发〔2017〕47号: each article shows its date and source). */
const sourceLine = ({ releasedAt, issuer }: PageFacts): string =>
  tag(
    'p',
    { class: 'source-line' },
    escapeHtml(`发布日期：${dateInWords(dateInChina(new Date(releasedAt)))}　来源：${issuer}`),
  );

/** Stands at the same address as the article did. `releasedAt` is the article's. */
export function tombstonePage(site: SiteSettings, withdrawal: Withdrawal, releasedAt: string): string {
  const { mark, done } = endingWords(withdrawal.act);
  const tags = [
    ['ArticleTitle', `（${done}）${withdrawal.title}`],
    ['PubDate', minuteInChina(releasedAt)],
    ['ContentSource', site.SITE_NAME],
    ['Author', site.SITE_NAME],
    ['Keywords', mark],
  ] as const;
  return framed(
    site,
    {
      title: `（${done}）${withdrawal.title}`,
      here: 'article',
      path: articlePath(withdrawal.publication),
      description: `本文${done}。`,
      tags,
    },
    `${open}${websiteWithdrawal(withdrawal)}${close}`,
  );
}

/** @returns what stands between the marks, or null when the page is none of ours */
export function fragmentOf(page: string): string | null {
  const [from, to] = [page.indexOf(open), page.lastIndexOf(close)];
  return from < 0 || to < from ? null : page.slice(from + open.length, to);
}
