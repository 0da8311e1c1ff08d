import {
  cutAtClause,
  cutAtWord,
  endingWords,
  escapeHtml,
  instantInWords,
  tag,
  type WithdrawalNotice,
} from '@towncrier/content';
import { wechatFacts } from './wechat.blocks.ts';
import { formerWechatForm } from './wechat.form.ts';
import { styled } from './wechat.pen.ts';
import type { WechatArticle } from './wechat.article.ts';
import { wechatProfile, type WechatProfile } from './wechat.profile.ts';
import { wechatStyles } from './wechat.styles.ts';

type Lifting = Omit<WechatArticle, 'images' | 'notes'>;

/**
 * A warning that is lifted, as an article of its own: what its issuer says at the end, as far as an article holds
 * it.
 */
export function renderLifting(withdrawal: WithdrawalNotice, profile: WechatProfile = wechatProfile): Lifting {
  const { headline } = endingWords('lift');
  return {
    title: `${headline}：${cutAtWord(withdrawal.title, profile.title.max - headline.length - 1)}`,
    author: profile.fallbackAuthor,
    digest: cutAtClause(withdrawal.reason.replaceAll('\n', ' '), profile.digest.max),
    content: fitted(withdrawal, profile),
    contentSourceUrl: withdrawal.links.page,
  };
}

/** As much of the reason as fits. */
function fitted(withdrawal: WithdrawalNotice, { content, contentBytes }: WechatProfile): string {
  const { reason } = withdrawal;
  const write = (length: number): string =>
    written(withdrawal, length < reason.length ? cutAtClause(reason, length) : reason, length);
  const fits = (html: string): boolean =>
    html.length <= content.max && Buffer.byteLength(html) <= contentBytes.max;
  if (fits(write(reason.length))) return write(reason.length);
  let [few, many] = [0, reason.length];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (fits(write(middle))) few = middle;
    else many = middle;
  }
  return write(few);
}

function written({ title, reason, withdrawnAt }: WithdrawalNotice, said: string, length: number): string {
  const { headline, advice, because } = endingWords('lift');
  // one that is out is looked for word by word, and a withdrawal does not say in which form it was told
  const pen = { form: formerWechatForm, styles: wechatStyles(formerWechatForm)[0] ?? {} };
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return styled(
    pen,
    'section',
    'body',
    styled(pen, 'section', 'banner', tag('strong', {}, headline), `：${escapeHtml(title)}`),
    wechatFacts([{ label: '解除时间', value: instantInWords(withdrawnAt) }], pen),
    styled(pen, 'p', 'p', tag('strong', {}, because), '：'),
    ...lines.map((line) => styled(pen, 'p', 'p', escapeHtml(line))),
    length < reason.length ? styled(pen, 'p', 'center', '全文请点击“阅读原文”') : '',
    styled(pen, 'p', 'p', `${advice}。`),
  );
}
