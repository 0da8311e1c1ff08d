/**
 * How an article is written down. What was approved in an older form is sent and looked for in that form; a change
 * of the markup gets a new one. `article-1`: tables as wide as they are, the header block above the facts, colours
 * of our own for running text.
 */
export type WechatForm = 'article-1' | 'article-2';

export const wechatForm: WechatForm = 'article-2';
export const formerWechatForm: WechatForm = 'article-1';

/** Today's form, unless the former one alone is named. */
export const wechatFormIn = (forms: readonly string[]): WechatForm =>
  forms.length === 1 && forms[0] === formerWechatForm ? formerWechatForm : wechatForm;
