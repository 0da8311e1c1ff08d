/**
 * How a post is made. What was approved in an older form is sent and looked for in that form. `post-1`: words alone,
 * a correction names itself behind the title.
 */
export type WeiboForm = 'post-1' | 'post-2';

export const weiboForm: WeiboForm = 'post-2';
export const formerWeiboForm: WeiboForm = 'post-1';

/** Today's form, unless the former one alone is named. */
export const weiboFormIn = (forms: readonly string[]): WeiboForm =>
  forms.length === 1 && forms[0] === formerWeiboForm ? formerWeiboForm : weiboForm;
