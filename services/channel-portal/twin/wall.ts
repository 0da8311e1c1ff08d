import { escapeHtml } from '@towncrier/channel-testkit';

/**
 * A phone with the live login page, drawn as wide as a phone's and made as small as the phone on the wall. It
 * is drawn anew only when
 * what phones saw has changed: every drawing counts as one more person.
 */
export function portalWall(url: string, seen: readonly string[]): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Wi-Fi 登录页</title>
<style>html,body{margin:0;height:100%;overflow:hidden}body{display:grid;place-items:center;background:#dfe4ea}div{box-sizing:border-box;height:calc(100% - 20px);max-height:800px;aspect-ratio:9/17.5;border:9px solid #16181c;border-radius:32px;overflow:hidden;background:#fff;box-shadow:0 8px 24px #0003}iframe{border:0;width:390px;display:block;transform-origin:0 0}</style>
<body data-seen="${escapeHtml(seen.join('|'))}"><div><iframe src="${url}" title="手机上的登录页"></iframe></div>
<script>const frame=document.querySelector('iframe'),phone=frame.parentElement;
const fit=()=>{const s=phone.clientWidth/390;frame.style.transform='scale('+s+')';frame.style.height=phone.clientHeight/s+'px'};addEventListener('resize',fit);fit();
setInterval(async()=>{try{const now=new DOMParser().parseFromString(await(await fetch(location.href)).text(),'text/html').body.dataset.seen;if(now!==document.body.dataset.seen){document.body.dataset.seen=now;frame.src=frame.src}}catch{}},1500)</script></body></html>`;
}
