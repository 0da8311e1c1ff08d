import { endingWords, escapeHtml, instantInWords } from '@towncrier/content';
import { cardFace, markedArticle, markedCard } from './card.markup.ts';
import type { Card, Face } from './cards.ts';
import { style } from './page.style.ts';
import type { PortalSettings, Venue } from './settings.ts';
import { isUrgent, type Shown } from './shelf.ts';

/**
 * Pages for phones that are not online yet: one HTML each, below 40 KB where it lists, no script, no foreign
 * host.
 */

const frame = (title: string, body: string, name = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${style}</style></head><body class="${name}">${body}</body></html>`;
const head = (title: string, words: string): string =>
  `<header class="top"><div><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p></div></header>`;
const listOf = (at: Venue): string => `/portal/?gw=${encodeURIComponent(at.gateway)}`;

/** The most a login page shows. */
export const mostOnLogin = 8;
/** The most on one page of the whole list. */
export const mostOnList = 40;
/** Stands in a login page for its one-use ticket, so that the rest can be kept. */
export const ticketHere = '{ticket}';

export function loginPage(site: PortalSettings, at: Venue, shown: readonly Shown[], now: Date): string {
  const first = shown.slice(0, mostOnLogin);
  const [urgent, rest] = [first.filter((c) => isUrgent(c, now)), first.filter((c) => !isUrgent(c, now))];
  const block = (cards: readonly Shown[], title: string, name: string): string =>
    cards.length === 0
      ? ''
      : `<h3 class="s${name}">${title}</h3>${cards.map((c) => cardLink(c, at, now)).join('')}`;
  const more =
    shown.length > mostOnLogin
      ? `<a class="more" href="/portal/notices?gw=${encodeURIComponent(at.gateway)}">全部通知（${shown.length} 条）›</a>`
      : '';
  return frame(
    `${at.title} 免费 Wi-Fi`,
    `${head(`${at.title} · 免费 Wi-Fi`, site.PORTAL_SITE_NAME)}
<main>${block(urgent, '紧急通知', ' u')}${block(rest, '最新通知', '')}${first.length === 0 ? '<p class="foot">目前没有新的通知。</p>' : ''}${more}</main>
<form method="post" action="/portal/continue"><div><input type="hidden" name="gw" value="${escapeHtml(at.gateway)}"><button type="submit">同意并继续上网</button><p>点击即同意<a href="/portal/terms?gw=${encodeURIComponent(at.gateway)}">《公共无线上网须知》</a></p></div></form>
<img class="i" src="/portal/seen/${ticketHere}.gif" alt="">`,
    'login',
  );
}

/** Everything that is shown, `mostOnList` a page. `page` counts from 1. */
export function listPage(at: Venue, shown: readonly Shown[], page: number, now: Date): string {
  const here = shown.slice((page - 1) * mostOnList, page * mostOnList);
  const link = (to: number, words: string): string =>
    `<a class="more" href="/portal/notices?gw=${encodeURIComponent(at.gateway)}&amp;page=${to}">${words}</a>`;
  const turn = `${page > 1 ? link(page - 1, '‹ 较新') : ''}${shown.length > page * mostOnList ? link(page + 1, '更早 ›') : ''}`;
  return frame(
    '全部通知',
    `<main><a class="back" href="${listOf(at)}">‹ 返回</a>${here.map((c) => cardLink(c, at, now)).join('') || '<p class="foot">没有更多通知。</p>'}${turn}</main>`,
  );
}

function cardLink(c: Shown, at: Venue, now: Date): string {
  return `<a class="c${isUrgent(c, now) ? ' u' : ''}" href="/portal/notice/${c._id}?gw=${encodeURIComponent(at.gateway)}">${markedCard(c)}</a>`;
}

export function noticePage(c: Card, at: Venue): string {
  return frame(
    c.face.title,
    `<main><a class="back" href="${listOf(at)}">‹ 返回</a><div class="text">${markedArticle(c.article)}</div><p class="foot">网址：${escapeHtml(c.face.link)}</p></main>`,
  );
}

/** For whoever still has the address. */
export function withdrawnPage(c: Card, at: Venue): string {
  const { verb, done, advice } = endingWords(c.withdrawal?.act);
  const words =
    c.withdrawal === null
      ? ''
      : `<p>本通知已于${instantInWords(c.withdrawal.withdrawnAt)}${verb}，${advice}。</p><p>${verb}原因：${escapeHtml(c.withdrawal.reason)}</p>`;
  return frame(
    done,
    `<main><a class="back" href="${listOf(at)}">‹ 返回</a><div class="text"><h1>${escapeHtml(c.face.title)}</h1><div class="gone"><strong>${done}</strong>${words}</div></div></main>`,
  );
}

export const absentPage = (at: Venue): string =>
  frame(
    '没有此通知',
    `<main><a class="back" href="${listOf(at)}">‹ 返回</a><div class="text"><h1>没有此通知</h1><p>请核对网址，或返回查看最新通知。</p></div></main>`,
  );

export function onlinePage(site: PortalSettings, at: Venue): string {
  return frame(
    '已连接',
    `${head('已连接互联网', `${at.title} · ${site.PORTAL_SITE_NAME}`)}<main><div class="text"><p>可以上网了，祝您一切顺利。</p><p><a href="${listOf(at)}">再看看通知 ›</a></p></div></main>`,
  );
}

export function termsPage(site: PortalSettings, at: Venue): string {
  return frame(
    '公共无线上网须知',
    `<main><a class="back" href="${listOf(at)}">‹ 返回</a><div class="text"><h1>公共无线上网须知</h1><ol><li>本网络由${escapeHtml(site.PORTAL_SITE_NAME)}免费提供。</li><li>请遵守法律法规，不得利用本网络从事违法活动。</li><li>运营单位依照《网络安全法》留存上网日志。</li><li>本页只统计每条通知在各场所的展示次数，不记录手机号和设备标识。</li><li>公共网络请勿输入重要密码，谨防诈骗。</li></ol></div></main>`,
  );
}

export const previewPage = (f: Face, article: string): string =>
  frame(
    f.title,
    `<main><h3 class="s">登录页卡片</h3><a class="c">${cardFace(f)}</a><h3 class="s">点开后的全文</h3><div class="text">${article}</div></main>`,
  );
