/**
 * The frame of a twin's wall page: reloads its body every second and a half without flicker. `body` is HTML
 * made by the twin, escaped by it.
 */
export function wallPage(title: string, style: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title>
<style>*{box-sizing:border-box}body{margin:0;font:15px/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2329;background:#f5f6f7}${style}</style>
<body>${body}<script>setInterval(async()=>{try{const t=await(await fetch(location.href)).text();const d=new DOMParser().parseFromString(t,'text/html');if(d.body.firstElementChild&&d.body.firstElementChild.outerHTML!==document.body.firstElementChild.outerHTML)document.body.firstElementChild.replaceWith(d.body.firstElementChild)}catch{}},1500)</script></body></html>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
