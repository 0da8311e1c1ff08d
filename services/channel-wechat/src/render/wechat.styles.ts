import type { WechatForm } from './wechat.form.ts';
import { formerStyles } from './wechat.former.styles.ts';
import type { WechatStyles } from './wechat.roles.ts';

/**
 * Two rules hold for every level.
 *
 * Never wider than the telephone: no width in pixels, words that fit no line are broken. The page of the platform
 * breaks long words, too (an assumption: nothing says so).
 *
 * The same in the dark: the telephone draws the article again on #191919 with words of rgba(255,255,255,.6). It
 * makes inline colours of words lighter where they would be too dark, turns white and grey grounds dark and damps
 * bright ones (the platform's algorithm: github.com/wechatjs/mp-darkmode). So running words have no colour of ours,
 * a ground always comes with a colour for the words on it, and the few colours left can be read on white and on
 * #191919 as they are, for readers that convert nothing. Proven by `test/phone.judged.spec.ts`.
 */
const full: WechatStyles = {
  body: 'font-size:16px;line-height:1.75;overflow-wrap:break-word',
  p: 'margin:0 0 1em;text-indent:2em',
  center: 'margin:0 0 1em;text-align:center',
  right: 'margin:0 0 1em;text-align:right',
  h2: 'margin:1.5em 0 .8em;font-size:19px;font-weight:bold;color:#d8403a',
  h3: 'margin:1.2em 0 .6em;font-size:17px;font-weight:bold',
  h4: 'margin:1em 0 .5em;font-size:16px;font-weight:bold',
  h5: 'margin:.8em 0 .4em;font-size:16px;font-weight:bold',
  list: 'margin:0 0 1em;padding-left:2em',
  quote: 'margin:0 0 1em;padding:.5em 1em;border-left:3px solid #aaa',
  table: 'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:14px;line-height:1.5;text-align:left',
  th: 'border:1px solid #aaa;padding:4px 6px;text-align:center',
  td: 'border:1px solid #aaa;padding:4px 6px',
  smallTable:
    'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:12px;line-height:1.4;text-align:left',
  tightTable:
    'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:12px;line-height:1.4;word-break:break-all',
  smallTh: 'border:1px solid #aaa;padding:2px;text-align:center',
  smallTd: 'border:1px solid #aaa;padding:2px',
  row: 'margin:0 0 .8em;padding:.5em .8em;border:1px solid #aaa;font-size:15px;line-height:1.6',
  lead: 'margin:0 0 1em;padding:.8em 1em;border:1px solid #aaa;border-left:4px solid #d8403a',
  facts: 'margin:0 0 1em;padding:.6em 1em;border:1px solid #aaa;font-size:14px;line-height:1.6',
  figure: 'margin:0 0 1em;text-align:center',
  img: 'max-width:100%;height:auto',
  caption: 'font-size:14px;text-align:center',
  note: 'font-size:14px;margin:0 0 .5em;word-break:break-all',
  banner: 'margin:0 0 1em;padding:.8em 1em;border:1px solid #d8403a',
};

const lean: WechatStyles = {
  body: 'font-size:16px;line-height:1.75;overflow-wrap:break-word',
  p: 'text-indent:2em',
  center: 'text-align:center',
  right: 'text-align:right',
  h2: 'font-size:18px',
  table: 'width:100%;border-collapse:collapse;font-size:14px',
  th: 'border:1px solid #aaa',
  td: 'border:1px solid #aaa',
  smallTable: 'width:100%;border-collapse:collapse;font-size:12px',
  tightTable: 'width:100%;border-collapse:collapse;font-size:12px;word-break:break-all',
  smallTh: 'border:1px solid #aaa',
  smallTd: 'border:1px solid #aaa',
  row: 'margin:0 0 .8em',
  lead: 'border-left:4px solid #d8403a;padding-left:1em',
  img: 'max-width:100%;height:auto',
  note: 'word-break:break-all',
};

const bare: WechatStyles = {
  body: 'line-height:1.75;overflow-wrap:break-word',
  center: 'text-align:center',
  right: 'text-align:right',
  table: 'font-size:14px',
  th: 'border:1px solid',
  td: 'border:1px solid',
  smallTable: 'font-size:12px',
  tightTable: 'font-size:12px;word-break:break-all',
  smallTh: 'border:1px solid',
  smallTd: 'border:1px solid',
  img: 'max-width:100%;height:auto',
  note: 'word-break:break-all',
};

/** From the fullest to the barest: tried in this order until the article fits. */
export const wechatStyles = (form: WechatForm): readonly WechatStyles[] =>
  form === 'article-1' ? formerStyles : [full, lean, bare];
