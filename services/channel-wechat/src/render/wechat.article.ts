import {
  type Bound,
  cutAtWord,
  escapeHtml,
  type Finding,
  headerFacts,
  imagesIn,
  missingPictures,
  publicNoticeFacts,
  shortTitle,
  summarise,
} from '@towncrier/content';
import type { Block, Edition } from '@towncrier/contracts';
import { styled, wechatBlock, wechatFacts, type WechatPen } from './wechat.blocks.ts';
import { wechatStyles, type WechatStyles } from './wechat.styles.ts';

export interface WechatProfile {
  readonly title: Bound;
  readonly author: Bound;
  readonly digest: Bound;
  /** Counts all markup. */
  readonly content: Bound;
  readonly contentBytes: Bound;
  readonly tableColumns: Bound;
  /** Stands in for the issuer where its name is too long for an author. */
  readonly fallbackAuthor: string;
  /**
   * Address written for a picture until it is uploaded; `reserve` is the room kept for the one the platform
   * will give it.
   */
  readonly image: { readonly url: (id: string) => string; readonly reserve: number };
}

const draft = 'draft/add: developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html';
export const wechatProfile: WechatProfile = {
  title: { max: 32, unit: '字', source: draft },
  author: { max: 16, unit: '字', source: draft },
  digest: { max: 128, unit: '字', source: draft },
  content: { max: 19_999, unit: 'UTF-16 units with markup', source: `${draft}, under 20,000` },
  contentBytes: { max: 1_048_575, unit: 'bytes', source: `${draft}, under 1 MB` },
  tableColumns: { max: 4, unit: 'columns', source: 'legible on a telephone 360 px wide' },
  fallbackAuthor: '开远市人民政府',
  image: { url: (id) => `media://${id}`, reserve: 160 },
};

export interface WechatArticle {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  /** Pictures stand as `profile.image.url(id)`: replace each by the address `uploadimg` gave. */
  readonly content: string;
  readonly contentSourceUrl: string;
  /** Ids of the media to upload, in order of appearance. */
  readonly images: readonly string[];
  readonly notes: readonly Finding[];
}

export function renderWechat(edition: Edition, profile: WechatProfile = wechatProfile): WechatArticle {
  const { content } = edition;
  const short = shortTitle(content, profile.title.max);
  const { html, shown, styles } = fitted(edition, profile);
  const notes: Finding[] = [];
  if (shown.length < content.body.content.length)
    notes.push({
      field: 'body',
      message:
        `正文超过微信图文的长度，只放得下前${shown.length}段（共${content.body.content.length}段），` +
        '余下请读者点“阅读原文”。',
      remedy: '如需全文都在微信里，请分成几篇发布。',
    });
  else if (styles > 0)
    notes.push({
      field: 'body',
      message: '正文较长，微信版式已简化以放下全文。',
      remedy: '无需处理；请在预览中核对版式。',
    });
  if ((content.summary?.trim().length ?? 0) > profile.digest.max)
    notes.push({
      field: 'summary',
      message: `摘要超过${profile.digest.max}个字，微信摘要已截断。`,
      remedy: '如需换一种说法，请填写更短的摘要。',
    });
  const widest = Math.max(0, ...content.body.content.map(columnsOf));
  if (widest > profile.tableColumns.max)
    notes.push({
      field: 'body',
      message: `有${widest}列的表格，手机上会很窄。`,
      remedy: `如能拆分，请让每张表不超过${profile.tableColumns.max}列。`,
    });
  const issuerFits = content.header.issuer.length <= profile.author.max;
  if (!issuerFits)
    notes.push({
      field: 'header.issuer',
      message: `发布机构超过${profile.author.max}个字，微信作者栏改为“${profile.fallbackAuthor}”。`,
      remedy: '无需处理；正文的公文信息里是全称。',
    });
  return {
    title: short.fits ? short.text : cutAtWord(content.title, profile.title.max),
    author: issuerFits ? content.header.issuer : profile.fallbackAuthor,
    digest: summarise(content, profile.digest.max),
    content: html,
    contentSourceUrl: edition.links.page,
    images: [...new Set(imagesIn(shown))],
    notes,
  };
}

export function checkWechat(edition: Edition, profile: WechatProfile = wechatProfile): readonly Finding[] {
  const short = shortTitle(edition.content, profile.title.max);
  const problems = [...(short.fits ? [] : [short.finding]), ...missingPictures(edition.content)];
  const { shown } = fitted(edition, profile);
  if (shown.length > 0) return problems;
  return [
    ...problems,
    {
      field: 'body',
      message: '正文第一段就超过微信图文的长度（含版式2万字符）。',
      remedy: '请把第一段（或第一张表）拆开。',
    },
  ];
}

interface Fitted {
  readonly html: string;
  readonly shown: readonly Block[];
  readonly styles: number;
}

/** Leaner styles first, fewer blocks last: words weigh more than looks. */
function fitted(edition: Edition, profile: WechatProfile): Fitted {
  const blocks = edition.content.body.content;
  const fits = (html: string, shown: readonly Block[]): boolean => {
    const reserved = imagesIn(shown).length * profile.image.reserve;
    return (
      html.length + reserved <= profile.content.max &&
      Buffer.byteLength(html) + reserved <= profile.contentBytes.max
    );
  };
  for (const [level, styles] of wechatStyles.entries()) {
    const html = written(edition, blocks, styles, profile);
    if (fits(html, blocks)) return { html, shown: blocks, styles: level };
  }
  const last = wechatStyles.length - 1;
  let [few, many] = [0, blocks.length];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    const shown = blocks.slice(0, middle);
    if (fits(written(edition, shown, wechatStyles[last] ?? {}, profile), shown)) few = middle;
    else many = middle;
  }
  const shown = blocks.slice(0, few);
  return { html: written(edition, shown, wechatStyles[last] ?? {}, profile), shown, styles: last };
}

function written(
  edition: Edition,
  shown: readonly Block[],
  styles: WechatStyles,
  profile: WechatProfile,
): string {
  const { content, corrects } = edition;
  const addresses: string[] = [];
  const footnote = (href: string): number =>
    addresses.includes(href) ? addresses.indexOf(href) + 1 : addresses.push(href);
  const pen: WechatPen = { styles, imageUrl: profile.image.url, footnote };
  const banner =
    corrects === undefined
      ? ''
      : styled(
          pen,
          'section',
          'banner',
          escapeHtml(
            `更正：本文为第${edition.edition}版，替代第${corrects.edition}版。原因：${corrects.reason}`,
          ),
        );
  const notice =
    content.publicNotice === undefined ? '' : wechatFacts(publicNoticeFacts(content.publicNotice), pen);
  const body = shown.map((block) => wechatBlock(block, pen)).join('');
  const cut =
    shown.length < content.body.content.length ? styled(pen, 'p', 'center', '全文请点击“阅读原文”') : '';
  const notes = addresses
    .map((href, i) => styled(pen, 'p', 'note', `[${i + 1}] ${escapeHtml(href)}`))
    .join('');
  return styled(
    pen,
    'section',
    'body',
    wechatFacts(headerFacts(content.header), pen),
    banner,
    notice,
    body,
    cut,
    notes,
  );
}

function columnsOf(block: Block): number {
  return block.type === 'table'
    ? (block.content[0]?.content ?? []).reduce((total, cell) => total + (cell.attrs?.colspan ?? 1), 0)
    : 0;
}
