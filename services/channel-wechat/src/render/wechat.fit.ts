import {
  escapeHtml,
  hazardOf,
  headerFacts,
  imagesIn,
  leadingFacts,
  publicNoticeFacts,
  summarise,
  tag,
  warningLevels,
} from '@towncrier/content';
import type { Block, Edition } from '@towncrier/contracts';
import { leadOf, wechatBlock, wechatFacts } from './wechat.blocks.ts';
import { wechatForm, type WechatForm } from './wechat.form.ts';
import { styled, type WechatPen } from './wechat.pen.ts';
import type { WechatProfile } from './wechat.profile.ts';
import type { WechatStyles } from './wechat.roles.ts';
import { wechatStyles } from './wechat.styles.ts';

export interface Fitted {
  readonly html: string;
  readonly shown: readonly Block[];
  /** Place of the styles among `wechatStyles`: 0 is the fullest. */
  readonly styles: number;
}

/** Leaner styles first, fewer blocks last: words weigh more than looks. */
export function fitted(edition: Edition, profile: WechatProfile, form: WechatForm = wechatForm): Fitted {
  const blocks = edition.content.body.content;
  const levels = wechatStyles(form);
  const fits = (html: string, shown: readonly Block[]): boolean => {
    const reserved = imagesIn(shown).length * profile.image.reserve;
    return (
      html.length + reserved <= profile.content.max &&
      Buffer.byteLength(html) + reserved <= profile.contentBytes.max
    );
  };
  const write = (shown: readonly Block[], styles: WechatStyles): string =>
    written({ edition, shown, styles, form }, profile);
  for (const [level, styles] of levels.entries()) {
    const html = write(blocks, styles);
    if (fits(html, blocks)) return { html, shown: blocks, styles: level };
  }
  const cut = { blocks, write: (shown: readonly Block[]) => write(shown, levels.at(-1) ?? {}), fits };
  return { ...asManyAsFit(cut), styles: levels.length - 1 };
}

/** As many blocks as fit. */
function asManyAsFit({
  blocks,
  write,
  fits,
}: {
  readonly blocks: readonly Block[];
  readonly write: (shown: readonly Block[]) => string;
  readonly fits: (html: string, shown: readonly Block[]) => boolean;
}): Omit<Fitted, 'styles'> {
  let [few, many] = [0, blocks.length];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    const shown = blocks.slice(0, middle);
    if (fits(write(shown), shown)) few = middle;
    else many = middle;
  }
  const shown = blocks.slice(0, few);
  return { html: write(shown), shown };
}

interface Article {
  readonly edition: Edition;
  readonly shown: readonly Block[];
  readonly styles: WechatStyles;
  readonly form: WechatForm;
}

function written({ edition, shown, styles, form }: Article, profile: WechatProfile): string {
  const { body } = edition.content;
  const addresses: string[] = [];
  const footnote = (href: string): number =>
    addresses.includes(href) ? addresses.indexOf(href) + 1 : addresses.push(href);
  const pen: WechatPen = { form, styles, imageUrl: profile.image.url, footnote };
  const own = form === 'article-2' && shown[0]?.type === 'keyFacts' ? 1 : 0;
  const parts = [
    levelBand(edition),
    ...above(edition, pen, wechatBlocks(shown.slice(0, own), pen)),
    wechatBlocks(shown.slice(own), pen),
    shown.length === 0 ? summaryOf(edition, pen) : '',
    shown.length < body.content.length ? styled(pen, 'p', 'center', '全文请点击“阅读原文”') : '',
  ];
  const notes = addresses.map((href, i) => styled(pen, 'p', 'note', `[${i + 1}] ${escapeHtml(href)}`));
  return styled(pen, 'section', 'body', ...parts, ...notes);
}

const wechatBlocks = (blocks: readonly Block[], pen: WechatPen): string =>
  blocks.map((block) => wechatBlock(block, pen)).join('');

/**
 * What stands above the text: what became of it, what matters to readers, what document it is.
 * @param own the facts that the body begins with
 */
function above(edition: Edition, pen: WechatPen, own: string): readonly string[] {
  const { header, publicNotice } = edition.content;
  const leading = leadingFacts(edition.content);
  const document = wechatFacts(headerFacts(header), pen);
  const correction = banner(edition, pen);
  const objections =
    publicNotice === undefined ? '' : wechatFacts(publicNoticeFacts(publicNotice), pen, leadOf(pen));
  const facts = leading.length === 0 ? '' : wechatFacts(leading, pen, leadOf(pen));
  return pen.form === 'article-1'
    ? [document, correction, objections, facts]
    : [correction, objections, facts, own, document];
}

/** Where not even the first block fits: only what is urgent goes out so. */
const summaryOf = ({ content }: Edition, pen: WechatPen): string =>
  wechatBlock({ type: 'paragraph', content: [{ type: 'text', text: summarise(content, 500) }] }, pen);

/** What it warns of and its level, on the colour of the level. */
function levelBand({ content: { warning } }: Edition): string {
  if (warning === undefined) return '';
  const { paper, ink, short } = warningLevels[warning.level];
  const style = `margin:0 0 1em;padding:12px;background:${paper};color:${ink};font-weight:bold;text-align:center`;
  return tag('section', { style }, escapeHtml(`${hazardOf(warning.event)}${short}`));
}

function banner({ edition, corrects }: Edition, pen: WechatPen): string {
  if (corrects === undefined) return '';
  const words = `更正：本文为第${edition}版，替代第${corrects.edition}版。原因：${corrects.reason}`;
  return styled(pen, 'section', 'banner', escapeHtml(words));
}
