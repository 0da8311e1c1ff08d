import { escapeHtml } from '@towncrier/channel-testkit';

export interface OnWall { readonly channel: string; readonly title: string; readonly url: string; readonly trouble: string | null }

/** One page on which everything the public would see stands side by side. */
export function wall(twins: readonly OnWall[]): string {
  const frames = twins.map((t) => `<section><h2>${escapeHtml(t.title)}<a href="${t.url}/__twin/wall" target="_blank" title="单独打开">↗</a></h2>${t.trouble === null
    ? `<iframe src="${t.url}/__twin/wall" title="${escapeHtml(t.title)}" loading="lazy"></iframe>`
    : `<p class="trouble">仿真端未能启动：${escapeHtml(t.trouble)}</p>`}</section>`).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>告示 · 仿真墙</title>
<style>*{box-sizing:border-box}body{margin:0;background:#e9ecf0;color:#1f2329;font:15px/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header{padding:18px 24px 4px}h1{margin:0;font-size:22px}header p{margin:2px 0 0;color:#646a73}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(400px,1fr));gap:16px;padding:16px 24px 32px}
section{background:#fff;border-radius:12px;overflow:hidden;box-shadow:0 1px 3px #0002;display:flex;flex-direction:column;height:460px}h2{font-size:15px;margin:0;padding:10px 16px;border-bottom:1px solid #e5e6eb;display:flex;justify-content:space-between}h2 a{color:#8a9099;text-decoration:none}iframe{border:0;flex:1;width:100%}.trouble{padding:16px;color:#b42318}</style>
<header><h1>告示 · 仿真墙</h1><p>公众此刻会看到的一切。以下均为仿真端，不是真实平台。</p></header><main>${frames}</main></html>`;
}
