import { endingWords, escapeHtml } from '@towncrier/content';
import type { Standing } from './board.documents.ts';
import type { Task } from './posting.task.ts';
import type { Board } from './settings.ts';

export interface BoardTask {
  readonly board: string;
  readonly boardTitle: string;
  readonly paper: string;
  readonly do: Task;
  readonly words: string;
  readonly hangs: number | null;
  readonly proof: string | null;
}
export interface ListedSheet {
  readonly standing: Standing;
  readonly tasks: readonly BoardTask[];
}

const style = `*{box-sizing:border-box}body{margin:0;background:#f5f6f8;color:#1f2329;font:16px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}main{max-width:960px;margin:0 auto;padding:20px 16px 60px}
h1{font-size:24px}article{background:#fff;border-radius:10px;padding:16px;margin-bottom:14px}h2{font-size:18px;margin:0 0 6px}table{border-collapse:collapse;width:100%;margin-top:8px}th,td{text-align:left;padding:8px;border-top:1px solid #e6e8eb;vertical-align:top}
.tag{display:inline-block;border-radius:6px;padding:0 8px;background:#e8f3ec;color:#0b6b3a}.tag.post,.tag.replace{background:#fff1e0;color:#9a4a00}.tag.remove,.tag.withdrawn{background:#fdeaea;color:#a8141c}small{color:#6b7280}form{background:#fff;border-radius:10px;padding:16px;margin-bottom:14px;display:flex;gap:12px;flex-wrap:wrap;align-items:end}label{display:grid;gap:4px}button,select,input{font:inherit;padding:8px 10px}output{flex-basis:100%}`;

/** For the people who print and post. */
export function sheetsPage(sheets: readonly ListedSheet[], boards: readonly Board[]): string {
  const choices = boards
    .map((b) => `<option value="${b.id}">${escapeHtml(`${b.id} ${b.title}`)}</option>`)
    .join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>公示单打印与张贴</title><style>${style}</style></head><body><main><h1>公示单打印与张贴</h1>
<form id="receipt"><label>公示栏<select name="board" required>${choices}</select></label><label>张贴后的照片<input type="file" name="photo" accept="image/jpeg,image/png" capture="environment" required></label><label>口令<input type="password" name="token" required autocomplete="current-password"></label><button>上传回执</button><output></output></form>
${sheets.map(article).join('') || '<p>还没有公示单。</p>'}</main><script type="module" src="/sheets/staff.js"></script></body></html>`;
}

function article({ standing, tasks }: ListedSheet): string {
  const rows = tasks
    .map(
      (task) =>
        `<tr><td>${escapeHtml(`${task.board} ${task.boardTitle}`)}</td><td>${task.paper}</td><td><span class="tag ${task.do}">${task.do === 'none' && task.hangs !== null ? '已张贴' : task.words}</span>${task.hangs === null ? '' : ` <small>现挂第${task.hangs}版${task.proof === 'photo' ? '，照片已核验' : ''}</small>`}</td></tr>`,
    )
    .join('');
  const papers = standing.papers
    .map(
      (p) =>
        `<a href="/sheets/${standing._id}-${p.paper}.pdf">打印 ${p.paper}</a>${p.cut ? '<small>（一张放不下，已注明扫码看全文）</small>' : ''}`,
    )
    .join('　');
  const state =
    standing.state === 'withdrawn'
      ? `<span class="tag withdrawn">${endingWords(standing.withdrawal?.act).done}：${escapeHtml(standing.withdrawal?.reason ?? '')}</span>`
      : papers;
  return `<article><h2>${escapeHtml(standing.title)}</h2><small>${escapeHtml(standing.issuer)} · ${standing._id} · 第${standing.edition}版 · <a href="/q/${standing._id}">核验页</a></small><p>${state}</p><table><thead><tr><th>公示栏</th><th>纸张</th><th>状态</th></tr></thead><tbody>${rows}</tbody></table></article>`;
}

export const staffScript = String.raw`
const form = document.getElementById('receipt'), out = form.querySelector('output');
form.token.value = sessionStorage.getItem('towncrier:staff') ?? '';
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const photo = form.photo.files[0];
  out.textContent = '正在识别照片…';
  try {
    const answer = await fetch('/postings/photo?board=' + encodeURIComponent(form.board.value), { method: 'POST', headers: { 'content-type': photo.type, authorization: 'Bearer ' + form.token.value }, body: photo });
    out.textContent = (await answer.json()).words ?? '未能识别';
    if (answer.status !== 401) sessionStorage.setItem('towncrier:staff', form.token.value);
    if (answer.ok) setTimeout(() => location.reload(), 2500);
  } catch { out.textContent = '没有网络，请稍后再传'; }
});
`;
