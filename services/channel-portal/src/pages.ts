import { endingWords, escapeHtml, instantInWords } from '@towncrier/content';
import { markup } from '@towncrier/pages';
import { cardFace, markedArticle, markedCard } from './card.markup.ts';
import type { Card, Face } from './cards.ts';
import { back, frame, head, linkTo } from './page.frame.ts';
import type { PortalSettings } from './settings.ts';
import type { Venue } from './venues.ts';
import { isUrgent, type Shown } from './shelf.ts';

/** The most a login page shows. */
export const mostOnLogin = 8;
/** The most on one page of the whole list. */
export const mostOnList = 40;
/** Stands in a login page for its one-use ticket, so that the rest can be kept. */
export const ticketHere = '{ticket}';

export function loginPage(site: PortalSettings, at: Venue, shown: readonly Shown[], now: Date): string {
  const first = shown.slice(0, mostOnLogin);
  const cards = (of: readonly Shown[]): string => of.map((c) => cardLink(c, at, now)).join('');
  const urgent = cards(first.filter((c) => isUrgent(c, now)));
  const rest = cards(first.filter((c) => !isUrgent(c, now)));
  return frame(
    `${at.title} 免费 Wi-Fi`,
    markup`
      ${head(`${at.title} · 免费 Wi-Fi`, site.PORTAL_SITE_NAME)}
      <main>
        ${urgent === '' ? '' : section('紧急通知', 's u', urgent)}
        ${rest === '' ? '' : section('最新通知', 's', rest)}
        ${first.length === 0 ? '<p class="foot">目前没有新的通知。</p>' : ''}
        ${shown.length > mostOnLogin ? more(at, shown.length) : ''}
      </main>
      ${consent(at)}
      <img class="i" src="/portal/seen/${ticketHere}.gif" alt="">
    `,
    'login',
  );
}

/** Its name is no heading: below the one of the page stand those of the notices. */
const section = (name: string, style: string, cards: string): string =>
  markup`<section aria-label="${name}"><p class="${style}">${name}</p>${cards}</section>`;

const more = (at: Venue, count: number): string =>
  `<a class="more" href="${linkTo('/portal/notices', at)}">全部通知（${count} 条）›</a>`;

const consent = (at: Venue): string => markup`
  <form method="post" action="/portal/continue" aria-label="继续上网">
    <div>
      <input type="hidden" name="gw" value="${escapeHtml(at.gateway)}">
      <button type="submit">同意并继续上网</button>
      <p>点击即同意<a href="${linkTo('/portal/terms', at)}">《公共无线上网须知》</a></p>
    </div>
  </form>
`;

/** Everything that is shown, `mostOnList` a page. `page` counts from 1. */
export function listPage(at: Venue, shown: readonly Shown[], page: number, now: Date): string {
  const here = shown.slice((page - 1) * mostOnList, page * mostOnList);
  const turn = (to: number, words: string): string =>
    `<a class="more" href="${linkTo('/portal/notices', at)}&amp;page=${to}">${words}</a>`;
  return frame(
    '全部通知',
    markup`
      <main>
        ${back(at)}
        <h1 class="page">全部通知</h1>
        ${here.map((c) => cardLink(c, at, now)).join('') || '<p class="foot">没有更多通知。</p>'}
        ${page > 1 ? turn(page - 1, '‹ 较新') : ''}
        ${shown.length > page * mostOnList ? turn(page + 1, '更早 ›') : ''}
      </main>
    `,
  );
}

function cardLink(c: Shown, at: Venue, now: Date): string {
  const name = isUrgent(c, now) ? 'c u' : 'c';
  return `<a class="${name}" href="${linkTo(`/portal/notice/${c._id}`, at)}">${markedCard(c)}</a>`;
}

export function noticePage(c: Card, at: Venue): string {
  return frame(
    c.face.title,
    markup`
      <main>
        ${back(at)}
        <div class="text">${markedArticle(c.article)}</div>
        <p class="foot">网址：${escapeHtml(c.face.link)}</p>
      </main>
    `,
  );
}

/** For whoever still has the address. */
export function withdrawnPage(c: Card, at: Venue): string {
  const { headline } = endingWords(c.withdrawal?.act);
  return frame(
    headline,
    markup`
      <main>
        ${back(at)}
        <div class="text">
          <h1>${escapeHtml(c.face.title)}</h1>
          <div class="gone"><strong>${headline}</strong>${c.withdrawal === null ? '' : ended(c.withdrawal)}</div>
        </div>
      </main>
    `,
  );
}

function ended({ reason, withdrawnAt, act }: NonNullable<Card['withdrawal']>): string {
  const { verb, advice, because } = endingWords(act);
  return markup`
    <p>本通知已于${instantInWords(withdrawnAt)}${verb}，${advice}。</p>
    <p>${because}：${escapeHtml(reason)}</p>
  `;
}

export const previewPage = (f: Face, article: string): string =>
  frame(
    f.title,
    markup`
      <main>
        <p class="s">登录页卡片</p>
        <a class="c">${cardFace(f)}</a>
        <p class="s">点开后的全文</p>
        <div class="text">${article}</div>
      </main>
    `,
  );
