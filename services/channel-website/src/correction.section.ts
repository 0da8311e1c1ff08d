import { dateInChina, dateInWords, escapeHtml, tag, type Change } from '@towncrier/content';
import { markup } from '@towncrier/pages';
import type { SiteSettings } from './settings.ts';

/** What the page of a correction says of what it replaces. */
export interface Correction {
  /** When the correction was released (ISO 8601). */
  readonly at: string;
  readonly replaces: number;
  /** Where the edition before can be read; null where it is not public any more. */
  readonly path: string | null;
  /** In the words of both; null where they cannot be told, or must not be. */
  readonly changes: readonly Change[] | null;
}

/** More are counted. */
const most = 8;

export const dayOf = (at: string): string => dateInWords(dateInChina(new Date(at)));

/** Below the article: when it was corrected, what it said and says, and where the edition before can be read. */
export function correctionSection(site: SiteSettings, { at, replaces, path, changes }: Correction): string {
  const address = path === null ? null : escapeHtml(`${site.SITE_URL}/${path}`);
  return markup`
    <section class="changes" id="changes">
      <h2>更正记录</h2>
      <p>${dayOf(at)}更正，替代第${replaces}版。${
        address === null ? '' : `<a href="${address}">查看第${replaces}版</a>`
      }</p>
      ${changes === null ? '' : listed(changes)}
    </section>
  `;
}

function listed(changes: readonly Change[]): string {
  if (changes.length === 0) return '<p>正文文字没有变化。</p>';
  const more = changes.length > most ? `<p>另有${changes.length - most}处更正，请对照两版全文。</p>` : '';
  return `<ul>${changes.slice(0, most).map(inWords).join('')}</ul>${more}`;
}

function inWords({ was, is }: Change): string {
  if (was === '') return `<li>增加：${marked('ins', is)}</li>`;
  if (is === '') return `<li>删去：${marked('del', was)}</li>`;
  return `<li><span>原为：${marked('del', was)}</span> <span>改为：${marked('ins', is)}</span></li>`;
}

/** What was left out at either end was neither struck out nor written. */
function marked(name: 'ins' | 'del', words: string): string {
  const [, before = '', told = '', after = ''] = /^(……)?(.*?)(……)?$/su.exec(words) ?? [];
  return before + tag(name, {}, escapeHtml(told)) + after;
}
