import { endingWords, escapeHtml } from '@towncrier/content';
import { browserFile, markup } from '@towncrier/pages';
import { sheetAddress } from './board.rendition.ts';
import type { Standing } from './board.documents.ts';
import type { BoardTask } from './posting.task.ts';
import type { Board } from './board.places.ts';

export interface ListedSheet {
  readonly standing: Standing;
  readonly tasks: readonly BoardTask[];
}

/** For the people who print and post. */
export function sheetsPage(sheets: readonly ListedSheet[], boards: readonly Board[]): string {
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>公示单打印与张贴</title>
      <style>${browserFile(import.meta.url, 'sheets.css')}</style>
    </head>
    <body>
      <main>
        <h1>公示单打印与张贴</h1>
        ${receiptForm(boards)}
        ${sheets.map(article).join('') || '<p>还没有公示单。</p>'}
      </main>
      <script defer src="/sheets/staff.js"></script>
    </body>
    </html>
  `;
}

/** Its parts are found by their names (browser/staff.program.ts). */
function receiptForm(boards: readonly Board[]): string {
  const choices = boards.map(
    ({ id, title }) => markup`<option value="${id}">${escapeHtml(`${id} ${title}`)}</option>`,
  );
  return markup`
    <form id="receipt">
      <label>公示栏<select name="board" required>${choices}</select></label>
      <label>
        张贴后的照片
        <input type="file" name="photo" accept="image/jpeg,image/png" capture="environment" required>
      </label>
      <label>口令<input type="password" name="token" required autocomplete="current-password"></label>
      <button>上传回执</button>
      <output></output>
    </form>
  `;
}

function article({ standing, tasks }: ListedSheet): string {
  return markup`
    <article>
      <h2>${escapeHtml(standing.title)}</h2>
      <small>
        ${escapeHtml(standing.issuer)} · ${standing._id} · 第${standing.edition}版${' · '}
        <a href="/q/${standing._id}">核验页</a>
      </small>
      <p>${standing.state === 'withdrawn' ? ended(standing) : papers(standing)}</p>
      <table>
        <thead><tr><th>公示栏</th><th>纸张</th><th>状态</th></tr></thead>
        <tbody>${tasks.map(row)}</tbody>
      </table>
    </article>
  `;
}

function ended({ withdrawal }: Standing): string {
  const { done } = endingWords(withdrawal?.act);
  return markup`<span class="tag withdrawn">${done}：${escapeHtml(withdrawal?.reason ?? '')}</span>`;
}

const papers = ({ _id, papers: printed }: Standing): string =>
  printed
    .map(
      ({ paper, cut, sheets = 1 }) => markup`
        <a href="${sheetAddress(_id, paper)}">打印 ${paper}</a>
        ${sheets > 1 ? `<small>（共${sheets}张，请按序号一并张贴）</small>` : ''}
        ${cut ? '<small>（放不下全文，已注明扫码查看）</small>' : ''}
      `,
    )
    .join('　');

function row(task: BoardTask): string {
  const words = task.do === 'none' && task.hangs !== null ? '已张贴' : task.words;
  const proof = task.proof === 'photo' ? '，照片已核验' : '';
  const hangs = task.hangs === null ? '' : ` <small>现挂第${task.hangs}版${proof}</small>`;
  return markup`
    <tr>
      <td>${escapeHtml(`${task.board} ${task.boardTitle}`)}</td>
      <td>${task.paper}</td>
      <td><span class="tag ${task.do}">${words}</span>${hangs}</td>
    </tr>
  `;
}
