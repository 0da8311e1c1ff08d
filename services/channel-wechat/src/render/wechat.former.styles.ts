import type { WechatStyles } from './wechat.roles.ts';

const full: WechatStyles = {
  body: 'font-size:16px;line-height:1.75;color:#333;text-align:justify',
  p: 'margin:0 0 1em;text-indent:2em',
  center: 'margin:0 0 1em;text-align:center',
  right: 'margin:0 0 1em;text-align:right',
  h2: 'margin:1.5em 0 .8em;font-size:18px;font-weight:bold;color:#a61c1c',
  h3: 'margin:1.2em 0 .6em;font-size:17px;font-weight:bold',
  h4: 'margin:1em 0 .5em;font-size:16px;font-weight:bold',
  h5: 'margin:.8em 0 .4em;font-size:16px;font-weight:bold;color:#555',
  list: 'margin:0 0 1em;padding-left:2em',
  quote: 'margin:0 0 1em;padding:.5em 1em;border-left:3px solid #ccc',
  table: 'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:14px',
  th: 'border:1px solid #bbb;padding:4px 6px;font-weight:bold;text-align:center',
  td: 'border:1px solid #bbb;padding:4px 6px',
  facts: 'margin:0 0 1em;padding:.8em 1em;border:1px solid #ddd',
  figure: 'margin:0 0 1em;text-align:center',
  img: 'max-width:100%',
  caption: 'font-size:14px;color:#666',
  note: 'font-size:14px;color:#666;margin:0 0 .5em',
  banner: 'margin:0 0 1em;padding:.8em 1em;border:1px solid #a61c1c',
};

const lean: WechatStyles = {
  body: 'font-size:16px;line-height:1.75',
  p: 'text-indent:2em',
  center: 'text-align:center',
  right: 'text-align:right',
  h2: 'font-size:18px',
  table: 'border-collapse:collapse',
  th: 'border:1px solid #bbb',
  td: 'border:1px solid #bbb',
  img: 'max-width:100%',
};

const bare: WechatStyles = {
  body: 'line-height:1.75',
  center: 'text-align:center',
  right: 'text-align:right',
  th: 'border:1px solid',
  td: 'border:1px solid',
};

/** Of `article-1`. */
export const formerStyles: readonly WechatStyles[] = [full, lean, bare];
