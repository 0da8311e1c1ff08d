import { dateInWords, endingWords, escapeHtml } from '@towncrier/content';
import { fingerprint } from './fingerprint.ts';
import type { Verdict } from './verdict.ts';

const colours: Readonly<Record<Verdict['state'], { readonly ground: string; readonly sign: string }>> = {
  'in-force': { ground: '#0b6b3a', sign: '✓' },
  superseded: { ground: '#9a4a00', sign: '!' },
  withdrawn: { ground: '#a8141c', sign: '×' },
  unknown: { ground: '#3d4450', sign: '?' },
};

const style = `*{box-sizing:border-box}body{margin:0;background:#f2f4f7;color:#15181d;font:20px/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header{color:#fff;padding:32px 20px 28px;text-align:center}header i{display:inline-block;width:76px;height:76px;line-height:72px;border:4px solid #fff;border-radius:50%;font:700 46px/68px sans-serif}
h1{font-size:52px;line-height:1.2;letter-spacing:.06em;margin:14px 0 0}main{max-width:680px;margin:0 auto;padding:20px 18px 40px}h2{font-size:27px;line-height:1.45;margin:6px 0 14px}
.card{background:#fff;border-radius:14px;padding:20px;margin-bottom:16px}p{margin:0 0 10px}dl{display:grid;grid-template-columns:auto 1fr;gap:6px 16px;margin:0}dt{color:#5b6470}dd{margin:0;overflow-wrap:anywhere}
a.go{display:block;text-align:center;background:#15508f;color:#fff;text-decoration:none;border-radius:12px;padding:16px;font-size:22px;font-weight:700}small{color:#5b6470;font-size:16px;display:block;overflow-wrap:anywhere}.tel{font-size:28px;font-weight:700}`;

/**
 * What a citizen sees after the scan: the verdict in one glance, then why, then where to read on. No script,
 * nothing loaded from elsewhere.
 */
export function checkPage(
  verdict: Verdict,
  { host, telephone }: { host: string; telephone: string },
): string {
  const { ground, sign } = colours[verdict.state];
  const notes = verdict.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('');
  const call = `<p>有疑问请拨打</p><p class="tel"><a href="tel:${escapeHtml(telephone)}">${escapeHtml(telephone)}</a></p>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${verdict.headline} - 公示单核验</title><style>${style}</style></head>
<body><header style="background:${ground}" role="status"><i aria-hidden="true">${sign}</i><h1>${verdict.headline}</h1></header>
<main><section class="card">${notes}${verdict.state === 'unknown' ? call : ''}</section>${verdict.state === 'unknown' ? '' : facts(verdict)}<small>请核对地址栏中的网址是 ${escapeHtml(host)}。${verdict.state === 'unknown' ? '' : `有疑问请拨打 ${escapeHtml(telephone)}。`}</small></main></body></html>`;
}

function facts({ standing, state }: Exclude<Verdict, { state: 'unknown' }>): string {
  const rows: readonly (readonly [string, string])[] = [
    ['发布机构', standing.issuer],
    ['发布件', standing._id],
    [
      '现行版次',
      state === 'withdrawn'
        ? `无（${endingWords(standing.withdrawal?.act).done}）`
        : `第${standing.edition}版`,
    ],
    ['指纹', fingerprint(standing.contentHash)],
    ...(standing.noticeTo === null ? [] : [['公示截止', dateInWords(standing.noticeTo)] as const]),
  ];
  const list = rows.map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  const hashes = [...standing.earlier, standing]
    .toReversed()
    .map((e) => `第${e.edition}版 ${e.contentHash}`)
    .join('\n');
  return `<section class="card"><h2>${escapeHtml(standing.title)}</h2><dl>${list}</dl></section><section class="card"><a class="go" href="${escapeHtml(standing.page)}">查看网上全文</a></section><section class="card"><small>请核对纸上的标题和指纹与本页一致。完整指纹（SHA-256）：</small><small style="white-space:pre-wrap">${escapeHtml(hashes)}</small></section>`;
}
