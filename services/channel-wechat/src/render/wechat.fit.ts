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
import { styled, wechatBlock, wechatFacts, type WechatPen } from './wechat.blocks.ts';
import type { WechatProfile } from './wechat.profile.ts';
import { wechatStyles, type WechatStyles } from './wechat.styles.ts';

export interface Fitted {
  readonly html: string;
  readonly shown: readonly Block[];
  /** Place of the styles among `wechatStyles`: 0 is the fullest. */
  readonly styles: number;
}

/** Leaner styles first, fewer blocks last: words weigh more than looks. */
export function fitted(edition: Edition, profile: WechatProfile): Fitted {
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
  return cut(edition, blocks, profile, fits);
}

/** As many blocks as fit in the barest styles. */
function cut(
  edition: Edition,
  blocks: readonly Block[],
  profile: WechatProfile,
  fits: (html: string, shown: readonly Block[]) => boolean,
): Fitted {
  const last = wechatStyles.length - 1;
  const write = (shown: readonly Block[]): string =>
    written(edition, shown, wechatStyles[last] ?? {}, profile);
  let [few, many] = [0, blocks.length];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    const shown = blocks.slice(0, middle);
    if (fits(write(shown), shown)) few = middle;
    else many = middle;
  }
  const shown = blocks.slice(0, few);
  return { html: write(shown), shown, styles: last };
}

function written(
  edition: Edition,
  shown: readonly Block[],
  styles: WechatStyles,
  profile: WechatProfile,
): string {
  const { header, publicNotice, body } = edition.content;
  const leading = leadingFacts(edition.content);
  const addresses: string[] = [];
  const footnote = (href: string): number =>
    addresses.includes(href) ? addresses.indexOf(href) + 1 : addresses.push(href);
  const pen: WechatPen = { styles, imageUrl: profile.image.url, footnote };
  const parts = [
    levelBand(edition),
    wechatFacts(headerFacts(header), pen),
    banner(edition, pen),
    publicNotice === undefined ? '' : wechatFacts(publicNoticeFacts(publicNotice), pen),
    leading.length === 0 ? '' : wechatFacts(leading, pen),
    ...shown.map((block) => wechatBlock(block, pen)),
    shown.length === 0 ? summaryOf(edition, pen) : '',
    shown.length < body.content.length ? styled(pen, 'p', 'center', '全文请点击“阅读原文”') : '',
  ];
  const notes = addresses.map((href, i) => styled(pen, 'p', 'note', `[${i + 1}] ${escapeHtml(href)}`));
  return styled(pen, 'section', 'body', ...parts, ...notes);
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
