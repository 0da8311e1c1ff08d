import { websiteWithdrawal, type WebsiteArticle } from '@towncrier/content';
import type { Withdrawal } from '@towncrier/channel-kit';
import { framed } from './page.frame.ts';
import type { SiteSettings } from './settings.ts';

/** The rendition stands between these marks, byte for byte: read-back hashes what is between them. */
const [open, close] = ['<!--towncrier:begin-->', '<!--towncrier:end-->'];

export interface PageFacts { readonly publication: string; readonly releasedAt: string; readonly issuer: string }

/** `yyyy-MM-dd HH:mm` in Asia/Shanghai, as the tag rules want it. */
export function minuteInChina(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export const articlePath = (publication: string): string => `n/${publication}.html`;

export function articlePage(site: SiteSettings, article: WebsiteArticle, facts: PageFacts): string {
  const tags = [['ArticleTitle', article.title], ['PubDate', minuteInChina(facts.releasedAt)], ['ContentSource', facts.issuer], ['Author', facts.issuer], ['Keywords', article.keywords.join(',')]] as const;
  return framed(site, { title: article.title, path: articlePath(facts.publication), description: article.description, tags }, `${open}${article.html}${close}`);
}

/** Stands at the same address as the article did. */
export function tombstonePage(site: SiteSettings, withdrawal: Withdrawal): string {
  const tags = [['ArticleTitle', `（已撤回）${withdrawal.title}`], ['PubDate', minuteInChina(withdrawal.withdrawnAt)], ['ContentSource', site.SITE_NAME]] as const;
  return framed(site, { title: `已撤回：${withdrawal.title}`, path: articlePath(withdrawal.publication), description: '本文已撤回。', tags }, `${open}${websiteWithdrawal(withdrawal)}${close}`);
}

/** @returns what stands between the marks, or null when the page is none of ours */
export function fragmentOf(page: string): string | null {
  const [from, to] = [page.indexOf(open), page.lastIndexOf(close)];
  return from < 0 || to < from ? null : page.slice(from + open.length, to);
}
