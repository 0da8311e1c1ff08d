import { endingWords, escapeHtml, minuteInChina, tag } from '@towncrier/content';
import type { Withdrawal } from '@towncrier/channel-kit';
import type { EditionColumn } from '@towncrier/contracts';
import { articlePath, marked } from './article.place.ts';
import { correctionSection, dayOf, type Correction } from './correction.section.ts';
import { framed } from './page.frame.ts';
import { websiteWithdrawal, type WebsiteArticle } from './render/website.article.ts';
import { respondentLine, successorLine, type Respondent } from './respondent.ts';
import type { SiteSettings } from './settings.ts';

/** `releasedAt` is when it was first published (ISO 8601); a correction keeps it. */
export interface PageFacts {
  readonly publication: string;
  readonly releasedAt: string;
  readonly issuer: string;
  readonly column?: EditionColumn | undefined;
  readonly correction?: Correction | undefined;
}

/** `releasedAt` is the article's; `successor` the title of what takes its place, where the site has it. */
export interface EndFacts {
  readonly releasedAt: string;
  readonly respondent: Respondent;
  readonly column?: EditionColumn | undefined;
  readonly successor?: string | undefined;
}

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
      column: facts.column,
      tags,
    },
    [
      sourceLine(facts),
      marked(article.html),
      facts.correction === undefined ? '' : correctionSection(site, facts.correction),
    ].join(''),
  );
}

/** When and by whom, where a reader looks first (国办发〔2017〕47号: each article shows its date and source). */
function sourceLine({ releasedAt, issuer, correction }: PageFacts): string {
  const words = [`发布日期：${dayOf(releasedAt)}`, `来源：${issuer}`].map((one) =>
    tag('span', {}, escapeHtml(one)),
  );
  const corrected =
    correction === undefined
      ? ''
      : tag('span', {}, tag('a', { href: '#changes' }, `更正日期：${dayOf(correction.at)}`));
  return tag('p', { class: 'source-line' }, ...words, corrected);
}

/** Stands at the same address as the article did. */
export function tombstonePage(site: SiteSettings, withdrawal: Withdrawal, about: EndFacts): string {
  const { mark, done } = endingWords(withdrawal.act);
  const source = about.respondent.issuer ?? site.SITE_NAME;
  const tags = [
    ['ArticleTitle', `（${done}）${withdrawal.title}`],
    ['PubDate', minuteInChina(about.releasedAt)],
    ['ContentSource', source],
    ['Author', source],
    ['Keywords', mark],
  ] as const;
  return framed(
    site,
    {
      title: `（${done}）${withdrawal.title}`,
      here: 'article',
      path: articlePath(withdrawal.publication),
      description: `本文${done}。`,
      column: about.column,
      tags,
    },
    [
      marked(websiteWithdrawal(withdrawal)),
      respondentLine(about.respondent),
      successorLine(withdrawal.links.successor, about.successor),
    ].join(''),
  );
}
