import { escapeHtml } from '@towncrier/content';
import type { Card, Face } from './cards.ts';
import type { PortalSettings, Venue } from './settings.ts';

const style = `*{box-sizing:border-box}body{margin:0;background:#f2f4f7;color:#1c1f23;font:17px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}header{background:#b01e23;color:#fff;padding:18px 20px}header h1{margin:0;font-size:20px}header p{margin:2px 0 0;opacity:.9;font-size:14px}main{max-width:560px;margin:0 auto;padding:14px 14px 120px}
a.c{display:block;background:#fff;border-radius:12px;padding:14px 16px;margin:0 0 12px;color:inherit;text-decoration:none;border-left:5px solid #c9ced6}a.c.u{border-color:#b01e23;background:#fff4f3}a.c h2{margin:0 0 4px;font-size:18px;line-height:1.45}a.c p{margin:0;color:#4d545d}a.c small{color:#6b727b}b.t{display:inline-block;font-size:13px;font-weight:600;border-radius:4px;padding:0 7px;margin-right:8px;background:#e4e7ec;vertical-align:2px}.u b.t{background:#b01e23;color:#fff}
form{position:fixed;left:0;right:0;bottom:0;background:#fff;padding:14px 16px calc(14px + env(safe-area-inset-bottom));box-shadow:0 -2px 10px #0002}form div{max-width:560px;margin:0 auto}button{width:100%;padding:15px;border:0;border-radius:12px;background:#1d5fbf;color:#fff;font-size:19px;font-weight:600}form p{margin:8px 0 0;font-size:13px;color:#6b727b;text-align:center}img.i{position:absolute;width:1px;height:1px;opacity:0}
article{background:#fff;border-radius:12px;padding:18px}article h1{font-size:21px;line-height:1.5;margin:0 0 12px}article h2{font-size:18px}article h3,article h4,article h5{font-size:17px}table{border-collapse:collapse;width:100%;font-size:15px;display:block;overflow-x:auto}th,td{border:1px solid #dfe3e8;padding:6px 8px;text-align:left}article img{max-width:100%}aside{border-left:5px solid #d9822b;background:#fff6e9;padding:8px 14px;margin:0 0 14px}.back{display:inline-block;padding:8px 0 14px;color:#1d5fbf}`;

const frame = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`;

const most = 8;

/** One page, no script, no foreign host: what phones open by themselves before they are online. */
export function loginPage(site: PortalSettings, at: Venue, shown: readonly Card[], ticket: string): string {
  const listed = shown.slice(0, most).map((c) => cardHtml(c, at)).join('');
  return frame(`${at.title} 免费 Wi-Fi`, `<header><h1>${escapeHtml(at.title)} · 免费 Wi-Fi</h1><p>${escapeHtml(site.PORTAL_SITE_NAME)}　请先看看与您有关的通知</p></header>
<main>${listed || '<p>目前没有新的通知。</p>'}</main>
<form method="post" action="/portal/continue"><div><input type="hidden" name="gw" value="${escapeHtml(at.gateway)}"><button type="submit">继续上网</button><p>点击即表示同意《公共无线上网服务须知》，依法保留上网日志</p></div></form>
<img class="i" src="/portal/seen/${ticket}.gif" alt="">`);
}

/** The most a login page shows: what is counted as seen. */
export const listedOn = (shown: readonly Card[]): readonly string[] => shown.slice(0, most).map((c) => c._id);

function cardHtml(c: Card, at: Venue): string {
  const urgent = c.face.badge === '紧急' || c.lane === 'urgent';
  return `<a class="c${urgent ? ' u' : ''}" data-hash="${c.hash}" href="/portal/notice/${c._id}?gw=${escapeHtml(at.gateway)}">${cardFace(c.face)}</a>`;
}

/** The rendition: these bytes are approved, delivered and read back. */
export function cardFace(f: Face): string {
  const foot = [f.issuer, f.publishedOn ?? '', f.deadline === null ? '' : `${f.deadline.label}：${f.deadline.value}`].filter((words) => words !== '').map(escapeHtml).join('　');
  return `<h2><b class="t">${f.badge}</b>${escapeHtml(f.title)}</h2><p>${escapeHtml(f.summary)}</p><small>${foot}</small>`;
}

export function noticePage(c: Card, gateway: string): string {
  return frame(c.face.title, `<main><a class="back" href="/portal/?gw=${encodeURIComponent(gateway)}">‹ 返回</a>${c.article}<p><small>全文网址：${escapeHtml(c.face.link)}</small></p></main>`);
}

export function onlinePage(site: PortalSettings, at: Venue): string {
  return frame('已连接', `<header><h1>已连接互联网</h1><p>${escapeHtml(at.title)} · ${escapeHtml(site.PORTAL_SITE_NAME)}</p></header><main><p>可以上网了。最新通知随时可看：</p><p><a class="back" href="/portal/?gw=${escapeHtml(at.gateway)}">查看通知</a></p></main>`);
}

export const previewPage = (f: Face): string => frame(f.title, `<main><a class="c" href="#">${cardFace(f)}</a></main>`);
