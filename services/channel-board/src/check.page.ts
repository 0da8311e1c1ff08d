import { dateInWords, endingWords, escapeHtml } from '@towncrier/content';
import { browserFile, markup } from '@towncrier/pages';
import { fingerprint } from './fingerprint.ts';
import type { Verdict } from './verdict.ts';

type Known = Exclude<Verdict, { state: 'unknown' }>;

const colours: Readonly<Record<Verdict['state'], { readonly ground: string; readonly sign: string }>> = {
  'in-force': { ground: '#0b6b3a', sign: '✓' },
  superseded: { ground: '#9a4a00', sign: '!' },
  withdrawn: { ground: '#a8141c', sign: '×' },
  unknown: { ground: '#3d4450', sign: '?' },
};

/** `host` stands in the address bar when the page is the real one; `telephone`: whom to ask. */
export interface Office {
  readonly host: string;
  readonly telephone: string;
}

/**
 * What a citizen sees after the scan: the verdict in one glance, then why, then where to read on. No script,
 * nothing loaded from elsewhere.
 */
export function checkPage(verdict: Verdict, office: Office): string {
  const { ground, sign } = colours[verdict.state];
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="robots" content="noindex">
      <title>${verdict.headline} - 公示单核验</title>
      <style>${browserFile(import.meta.url, 'check.css')}</style>
    </head>
    <body>
      <header style="background:${ground}" role="status">
        <i aria-hidden="true">${sign}</i>
        <h1>${verdict.headline}</h1>
      </header>
      <main>
        <section class="card">
          ${verdict.notes.map((note) => `<p>${escapeHtml(note)}</p>`)}
          ${verdict.state === 'unknown' ? call(office) : ''}
        </section>
        ${verdict.state === 'unknown' ? '' : facts(verdict)}
        <small>${advice(verdict, office)}</small>
      </main>
    </body>
    </html>
  `;
}

const call = ({ telephone }: Office): string => markup`
  <p>有疑问请拨打</p>
  <p class="tel"><a href="tel:${escapeHtml(telephone)}">${escapeHtml(telephone)}</a></p>
`;

function advice({ state }: Verdict, { host, telephone }: Office): string {
  const address = `请核对地址栏中的网址是 ${escapeHtml(host)}。`;
  return state === 'unknown' ? address : `${address}有疑问请拨打 ${escapeHtml(telephone)}。`;
}

function facts(verdict: Known): string {
  const { standing } = verdict;
  const hashes = [...standing.earlier, standing]
    .toReversed()
    .map((e) => `第${e.edition}版 ${e.contentHash}`)
    .join('\n');
  return markup`
    <section class="card">
      <h2>${escapeHtml(standing.title)}</h2>
      <dl>${rowsOf(verdict).map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`)}</dl>
    </section>
    <section class="card"><a class="go" href="${escapeHtml(standing.page)}">查看网上全文</a></section>
    <section class="card">
      <small>请核对纸上的标题和指纹与本页一致。完整指纹（SHA-256）：</small>
      <small style="white-space:pre-wrap">${escapeHtml(hashes)}</small>
    </section>
  `;
}

function rowsOf({ standing, state }: Known): readonly (readonly [string, string])[] {
  const inForce =
    state === 'withdrawn' ? `无（${endingWords(standing.withdrawal?.act).done}）` : `第${standing.edition}版`;
  return [
    ['发布机构', standing.issuer],
    ['发布件', standing._id],
    ['现行版次', inForce],
    ['指纹', fingerprint(standing.contentHash)],
    ...(standing.noticeTo === null ? [] : [['公示截止', dateInWords(standing.noticeTo)] as const]),
  ];
}
