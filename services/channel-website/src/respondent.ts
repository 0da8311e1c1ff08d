import { escapeHtml, tag, wordsOfHtml } from '@towncrier/content';
import { fragmentOf } from './article.place.ts';

/** Who answers for an article, and where they can be called. */
export interface Respondent {
  readonly issuer?: string | undefined;
  readonly phone?: string | undefined;
}

/** What a page of an earlier release says of them: nobody noted it then. */
export function respondentOn(page: string): Respondent {
  const issuer = /<meta name="ContentSource" content="([^"]+)">/u.exec(page)?.[1];
  const phone = /<a href="tel:[^"]*"[^>]*>(.*?)<\/a>/u.exec(fragmentOf(page) ?? '')?.[1];
  return {
    ...(issuer === undefined ? {} : { issuer: wordsOfHtml(issuer) }),
    ...(phone === undefined ? {} : { phone: wordsOfHtml(phone) }),
  };
}

/** Below what says that it is over: whom to ask. */
export function respondentLine({ issuer, phone }: Respondent): string {
  if (issuer === undefined) return '';
  const number = phone?.replace(/[^\d]/gu, '') ?? '';
  const call =
    phone === undefined
      ? ''
      : `　咨询电话：${/^\d{3,12}$/u.test(number) ? tag('a', { href: `tel:${number}` }, escapeHtml(phone)) : escapeHtml(phone)}`;
  return tag('p', { class: 'respondent' }, `发布机构：${escapeHtml(issuer)}${call}`);
}

/** Where to read on. @param title of what takes its place, where the site has it */
export const successorLine = (address: string | undefined, title: string | undefined): string =>
  address === undefined
    ? ''
    : tag(
        'p',
        { class: 'respondent' },
        '现行文件：',
        tag('a', { href: address }, escapeHtml(title ?? address)),
      );
