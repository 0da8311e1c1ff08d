import { escapeHtml } from '@towncrier/channel-testkit';

export interface OnWall {
  readonly channel: string;
  readonly title: string;
  readonly url: string;
  readonly trouble: string | null;
}

const style = `*{box-sizing:border-box}body{margin:0;background:#e6eaef;color:#1c1f23;font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;padding:18px 24px 0}h1{margin:0;font-size:22px}header p{margin:0;color:#565d66}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(400px,100%),1fr));gap:16px;padding:16px 24px 32px}
section{background:#fff;border-radius:12px;overflow:hidden;box-shadow:0 1px 4px #0002;display:flex;flex-direction:column;height:560px}
h2{font-size:15px;margin:0;padding:10px 16px;border-bottom:1px solid #e3e6ea;display:flex;gap:8px;align-items:center}h2::before{content:"";width:8px;height:8px;border-radius:50%;background:#2e9e5b}h2 a{margin-left:auto;color:#565d66;text-decoration:none;font-weight:400}h2 a:hover{color:#14509c}
iframe{border:0;flex:1;width:100%}.off h2::before{background:#c0262d}.trouble{margin:0;padding:16px;color:#a8191e;overflow-wrap:anywhere}.late{margin:12px 24px 0;padding:10px 16px;border-left:4px solid #c9761a;background:#fff5e6;overflow-wrap:anywhere}
@media(min-width:1500px){main{grid-template-columns:repeat(4,1fr)}}`;

/** Phones upright, the rest beside them: what people look at most comes first. */
const order = ['website', 'portal', 'wechat', 'weibo', 'sms', 'led', 'board'];
const place = ({ channel }: OnWall): number =>
  order.includes(channel) ? order.indexOf(channel) : order.length;

/**
 * One page on which everything the public would see stands side by side. `late`: failures since the start.
 */
export function wall(twins: readonly OnWall[], late: readonly string[] = []): string {
  const sorted = [...twins].sort((a, b) => place(a) - place(b));
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>告示 · 仿真墙</title><link rel="icon" href="data:,">
<style>${style}</style>
<header><h1>告示 · 仿真墙</h1><p>公众此刻会看到的一切。以下均为仿真端，不是真实平台。</p></header>
${late.length === 0 ? '' : `<p class="late">有仿真端运行出错，其余照常：${late.map(escapeHtml).join('；')}</p>`}<main>${sorted.map(section).join('')}</main></html>`;
}

function section(t: OnWall): string {
  const open = `<a href="${escapeHtml(t.url)}/__twin/wall" target="_blank" rel="noopener" title="单独打开" aria-label="单独打开 ${escapeHtml(t.title)}">↗</a>`;
  return t.trouble === null
    ? `<section><h2>${escapeHtml(t.title)}${open}</h2><iframe src="${escapeHtml(t.url)}/__twin/wall" title="${escapeHtml(t.title)}"></iframe></section>`
    : `<section class="off"><h2>${escapeHtml(t.title)}</h2><p class="trouble">仿真端未能启动：${escapeHtml(t.trouble)}</p></section>`;
}
