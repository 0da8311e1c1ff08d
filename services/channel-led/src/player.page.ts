import type { Screen } from './settings.ts';

/**
 * The player for any browser in kiosk mode, without a build: shows the pages of one screen in turn, checks each page's SHA-256,
 * tells what it showed, keeps the last good list while cut off, and shows nothing after `validUntil`.
 */
export function playerPage(screens: readonly Screen[]): string {
  const list = JSON.stringify(screens.map(({ id, title, width, height }) => ({ id, title, width, height }))).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>告示播放器</title>
<style>html,body{margin:0;height:100%;background:#000;color:#d5d9df;font:16px/1.6 "Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}#p{position:fixed;inset:0;display:grid;place-items:center}#p img{max-width:100%;max-height:100%;image-rendering:pixelated}#p img.big{image-rendering:auto}main{max-width:640px;margin:8vh auto;padding:0 20px}a{display:block;padding:14px 18px;margin:10px 0;border-radius:10px;background:#1b2027;color:#fff;text-decoration:none}a small{color:#8f98a5;margin-left:10px}</style>
<body><script>
const screens=${list};const id=new URLSearchParams(location.search).get('screen');const screen=screens.find(s=>s.id===id);
if(!screen){const m=document.createElement('main');m.innerHTML='<h1>选择屏幕</h1>';for(const s of screens){const a=document.createElement('a');a.href='?screen='+s.id;a.textContent=s.title;const k=document.createElement('small');k.textContent=s.width+'×'+s.height;a.append(k);m.append(a)}document.body.append(m)}else{
const stage=document.createElement('div');stage.id='p';document.body.append(stage);let list={items:[],validUntil:''};let told=[];const images=new Map();
const hex=b=>[...new Uint8Array(b)].map(x=>x.toString(16).padStart(2,'0')).join('');
async function image(p){if(images.has(p.sha256))return images.get(p.sha256);const b=await(await fetch(p.url)).arrayBuffer();if(globalThis.crypto?.subtle&&hex(await crypto.subtle.digest('SHA-256',b))!==p.sha256)throw new Error('page differs');const i=new Image();i.className=screen.height>200?'big':'';i.src=URL.createObjectURL(new Blob([b],{type:'image/png'}));await i.decode();images.set(p.sha256,i);return i}
async function sync(){try{const r=await fetch('v1/playlist?screen='+screen.id,{cache:'no-cache'});if(r.ok)list=await r.json();await fetch('v1/heartbeat?screen='+screen.id,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({playing:Object.fromEntries(list.items.map(i=>[i.id,i.hash]))})});const out=told.splice(0);if(out.length)await fetch('v1/plays?screen='+screen.id,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(out)}).then(r=>{if(!r.ok)told.unshift(...out)},()=>told.unshift(...out))}catch{}setTimeout(sync,2000)}
const wait=ms=>new Promise(r=>setTimeout(r,ms));
(async()=>{for(;;){const items=new Date(list.validUntil)>new Date()?list.items:[];if(!items.length){stage.replaceChildren();await wait(500);continue}for(const item of items){const start=new Date().toISOString();let whole=true;for(const page of item.pages){if(!list.items.some(i=>i.id===item.id&&i.hash===item.hash)){whole=false;break}try{stage.replaceChildren(await image(page));await wait(page.ms)}catch{whole=false;await wait(500)}}if(whole)told.push({uuid:crypto.randomUUID?.()??([1e7]+-1e3+-4e3+-8e3+-1e11).replace(/[018]/g,c=>(c^crypto.getRandomValues(new Uint8Array(1))[0]&15>>c/4).toString(16)),item:item.id,hash:item.hash,start,ms:Date.now()-new Date(start)})}}})();sync()}
</script></body></html>`;
}
