import {
  articleForm,
  cutAtWord,
  endingWords,
  escapeHtml,
  instantInWords,
  missingPictures,
  renderArticle,
  segmentWords,
  summarise,
  tag,
  warningSign,
  withoutIssuer,
  type Article,
  type ArticleForm,
  type Finding,
  type MediaAddress,
  type WithdrawalNotice,
} from '@towncrier/content';
import type { Edition, EditionContent, IllustratedEdition } from '@towncrier/contracts';

export interface WebsiteProfile {
  /** Address of a picture by the id of its media; by default the bytes go into the page. */
  readonly mediaUrl?: MediaAddress;
  readonly description: number;
  readonly keywords: number;
}

export const websiteProfile: WebsiteProfile = { description: 120, keywords: 8 };

export interface WebsiteArticle extends Article {
  readonly title: string;
  /** Plain text for `<meta name="description">` and `keywords`: not escaped. */
  readonly description: string;
  readonly keywords: readonly string[];
}

export function renderWebsite(
  edition: IllustratedEdition,
  profile: WebsiteProfile = websiteProfile,
  form: ArticleForm = articleForm,
): WebsiteArticle {
  const { content } = edition;
  const article = renderArticle(edition, profile.mediaUrl, form);
  const { warning } = content;
  const sign = warning === undefined ? '' : tag('figure', { class: 'warning-sign' }, warningSign(warning));
  return {
    title: content.title,
    ...article,
    html: sign + article.html,
    description: summarise(content, profile.description),
    keywords: keywordsOf(content, profile.keywords),
  };
}

/** The site takes everything the model can say; only a picture may be missing. */
export const checkWebsite = (edition: Edition): readonly Finding[] => missingPictures(edition.content);

/** Stands at the address of a withdrawn piece: never a bare "not found". */
export function websiteWithdrawal(withdrawal: WithdrawalNotice): string {
  const { verb, mark, done, advice, because } = endingWords(withdrawal.act);
  return tag(
    'article',
    { lang: 'zh-CN', class: 'withdrawn' },
    '\n',
    tag('header', {}, tag('h1', { 'data-ended': done }, escapeHtml(withdrawal.title))),
    '\n',
    tag(
      'aside',
      { role: 'note' },
      tag('strong', {}, mark),
      tag('p', {}, escapeHtml(`本文已于${instantInWords(withdrawal.withdrawnAt)}${verb}，${advice}。`)),
      tag('p', {}, escapeHtml(`${because}：${withdrawal.reason}`)),
    ),
    '\n',
  );
}

const common = /^(?:关于|印发|开展|进一步|做好|有关|工作|方案|通知|公告|通告|公示|实施|意见|\d.*)$/;

function keywordsOf(content: EditionContent, max: number): readonly string[] {
  const words = segmentWords(withoutIssuer(content.title)).filter(
    (word) => /^[\p{L}\p{N}]{2,}$/u.test(word) && !common.test(word),
  );
  return [...new Set([content.header.issuer, ...words])].slice(0, max).map((word) => cutAtWord(word, 40));
}
