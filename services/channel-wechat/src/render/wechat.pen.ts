import { tag } from '@towncrier/content';
import type { WechatForm } from './wechat.form.ts';
import type { WechatRole, WechatStyles } from './wechat.roles.ts';

export interface WechatPen {
  readonly form: WechatForm;
  readonly styles: WechatStyles;
  readonly imageUrl: (id: string) => string;
  /** Number of an address among the footnotes; the same address keeps its number. */
  readonly footnote: (href: string) => number;
}

export const styled = (
  pen: Pick<WechatPen, 'styles'>,
  name: string,
  role: WechatRole,
  ...children: readonly string[]
): string => tag(name, { style: pen.styles[role] }, ...children);
