/**
 * The home page in a frame, drawn anew when it changed. Drawn at desktop width and made smaller, as a screen
 * on a wall shows it.
 */
export function websiteWall(url: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>政府网站</title>
<style>html,body{margin:0;height:100%;overflow:hidden;background:#f2f3f5}iframe{border:0;width:160%;height:160%;transform:scale(.625);transform-origin:0 0;display:block}</style>
<body><iframe src="${url}/" title="政府网站首页"></iframe>
<script>let last;setInterval(async()=>{try{const page=await(await fetch('${url}/',{cache:'no-store'})).text();if(last!==undefined&&page!==last)document.querySelector('iframe').src='${url}/';last=page}catch{}},1500)</script></body></html>`;
}
