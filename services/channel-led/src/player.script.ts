/**
 * Runs in the browser of a screen. It shows nothing it could not verify: the playlist's Ed25519 signature
 * (key kept since first sight) and each page's SHA-256.
 * What was verified is kept, so that it goes on without network, and ends when an item's time is over.
 */
export const playerScript = String.raw`
const pollMs = 1000, beatMs = 15000, reportAgainMs = 3600000, queueMost = 200, clockToleranceMs = 300000, stallMs = 300000;
const $ = (id) => document.getElementById(id);
const screen = new URLSearchParams(location.search).get('screen');
const shelf = { get: (k) => JSON.parse(localStorage.getItem('towncrier:' + screen + ':' + k) ?? 'null'), set: (k, v) => localStorage.setItem('towncrier:' + screen + ':' + k, JSON.stringify(v)) };
const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
const unbase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const nameOf = (item) => item.notice + '/' + item.edition + '/' + item.kind;
const sleep = (ms) => new Promise((resolve) => { const t = setTimeout(resolve, ms); wake = () => { clearTimeout(t); resolve(); }; });
const hash = location.hash.match(/token=([^&]+)/);
if (hash) { localStorage.setItem('towncrier:token', decodeURIComponent(hash[1])); history.replaceState(null, '', location.pathname + location.search); }

let wake = () => {}, playlist = null, etag = '', urls = new Map(), fresh = [], turn = 0, alive = Date.now(), online = false, reported = new Map(), lastBeat = 0;

const due = (item) => { const now = new Date().toISOString(); return item.from <= now && now < item.to; };
const clockIsSane = () => playlist !== null && Date.now() > Date.parse(playlist.issuedAt) - clockToleranceMs;
const say = (words) => { $('stage').hidden = true; $('words').hidden = false; $('words').textContent = words; };

async function key() {
  let spki = shelf.get('key');
  if (spki === null) { spki = (await (await fetch('/player/v1/key')).json()).spki; shelf.set('key', spki); }
  return crypto.subtle.importKey('spki', unbase64(spki), 'Ed25519', false, ['verify']);
}

async function take(bytes, signature) {
  if (!(await crypto.subtle.verify('Ed25519', await key(), unbase64(signature), bytes))) throw new Error('播放单签名不符');
  const next = JSON.parse(new TextDecoder().decode(bytes));
  if (next.screen !== screen) throw new Error('播放单属于另一块屏');
  if (playlist !== null && next.issuedAt < playlist.issuedAt) throw new Error('播放单是旧的');
  const cache = await caches.open('towncrier-pages');
  const got = new Map();
  for (const page of next.items.flatMap((item) => item.pages)) {
    if (got.has(page.sha256)) continue;
    if (urls.has(page.sha256)) { got.set(page.sha256, urls.get(page.sha256)); continue; }
    const kept = await cache.match(page.url);
    const answer = kept ?? (await fetch(page.url));
    if (!answer.ok) throw new Error('取不到页面');
    const body = await answer.arrayBuffer();
    if (hex(await crypto.subtle.digest('SHA-256', body)) !== page.sha256) { await cache.delete(page.url); throw new Error('页面与播放单不符'); }
    if (!kept) await cache.put(page.url, new Response(body, { headers: { 'content-type': 'image/png' } }));
    got.set(page.sha256, URL.createObjectURL(new Blob([body], { type: 'image/png' })));
  }
  const before = new Set((playlist?.items ?? []).map(nameOf));
  const added = next.items.filter((item) => !before.has(nameOf(item)));
  const gone = [...before].some((name) => !next.items.some((item) => nameOf(item) === name));
  for (const [sha, url] of urls) if (!got.has(sha)) { URL.revokeObjectURL(url); await cache.delete('/player/v1/pages/' + sha + '.png'); }
  urls = got; playlist = next; fresh = added; lastBeat = 0;
  if (added.length > 0 || gone) wake();
}

async function poll() {
  try {
    const answer = await fetch('/player/v1/playlist?screen=' + encodeURIComponent(screen), { headers: etag ? { 'if-none-match': etag } : {}, cache: 'no-store', signal: AbortSignal.timeout(10000) });
    if (answer.status === 200) {
      const bytes = await answer.arrayBuffer(), signature = answer.headers.get('x-towncrier-signature') ?? '';
      await take(bytes, signature);
      etag = answer.headers.get('etag') ?? '';
      shelf.set('playlist', { body: new TextDecoder().decode(bytes), signature });
    } else if (answer.status !== 304) throw new Error('服务答复 ' + answer.status);
    online = true; $('state').textContent = '';
    await report();
  } catch (error) { online = false; $('state').textContent = (error instanceof TypeError ? '离线' : error.message) + ' · ' + new Date().toLocaleTimeString('zh-CN'); }
  setTimeout(poll, pollMs);
}

const post = async (path, body) => {
  const answer = await fetch('/player/v1/' + path, { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer ' + (localStorage.getItem('towncrier:token') ?? '') }, body: JSON.stringify(body), signal: AbortSignal.timeout(10000) });
  if (answer.status === 401) throw new Error('播放器口令不对，请用 /player/?screen=' + screen + '#token=… 打开一次');
  return answer.ok;
};

async function report() {
  const queue = shelf.get('plays') ?? [];
  if (queue.length > 0 && (await post('plays', { screen, plays: queue }))) shelf.set('plays', (shelf.get('plays') ?? []).filter((p) => !queue.some((q) => q.uuid === p.uuid)));
  if (playlist !== null && Date.now() - lastBeat > beatMs) {
    lastBeat = Date.now();
    await post('heartbeat', { screen, rev: playlist.rev, clock: new Date().toISOString(), items: playlist.items.filter(due).map(({ notice, edition, kind }) => ({ notice, edition, kind })) });
  }
}

function played(item, start) {
  const name = nameOf(item);
  if (Date.now() - (reported.get(name) ?? 0) < reportAgainMs) return;
  reported.set(name, Date.now());
  const play = { uuid: crypto.randomUUID(), notice: item.notice, edition: item.edition, kind: item.kind, pages: item.pages.map((p) => p.sha256), start: new Date(start).toISOString(), ms: Date.now() - start, source: online ? 'live' : 'backfill' };
  shelf.set('plays', [...(shelf.get('plays') ?? []), play].slice(-queueMost));
}

/** New things first; then all in turn, what is urgent again after each routine item. */
function next() {
  const items = playlist.items.filter(due);
  fresh = fresh.filter((item) => items.includes(item));
  if (fresh.length > 0) return fresh.shift();
  const urgent = items.filter((item) => item.priority > 0), routine = items.filter((item) => item.priority === 0);
  const round = routine.length === 0 ? urgent : routine.flatMap((item) => [...urgent, item]);
  return round.length === 0 ? null : round[turn++ % round.length];
}

async function run() {
  for (;;) {
    alive = Date.now();
    const item = clockIsSane() ? next() : null;
    if (item === null) { say(playlist !== null && !clockIsSane() ? '本机时间不正确，暂停播放' : '政务公开'); await sleep(1000); continue; }
    const start = Date.now();
    let whole = true;
    for (const page of item.pages) {
      const shown = playlist;
      $('words').hidden = true; $('stage').hidden = false; $('stage').className = playlist.profile.kind;
      $('page').src = urls.get(page.sha256); $('page').alt = item.text;
      const until = Date.now() + page.ms;
      await sleep(page.ms);
      alive = Date.now();
      if (playlist !== shown && !playlist.items.some((i) => nameOf(i) === nameOf(item))) { whole = false; break; }
      if (fresh.length > 0 && !fresh.includes(item) && Date.now() < until) { whole = false; break; }
    }
    if (whole) played(item, start);
  }
}

async function start() {
  if (screen === null) { $('pick').hidden = false; return; }
  if (!globalThis.crypto?.subtle || !globalThis.caches) { say('此地址不安全，无法核验内容。请用 HTTPS 或 localhost 打开播放器。'); return; }
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/player/sw.js').catch(() => {});
  const kept = shelf.get('playlist');
  if (kept !== null) await take(new TextEncoder().encode(kept.body), kept.signature).catch((error) => { $('state').textContent = error.message; });
  setInterval(() => { if (online && Date.now() - alive > stallMs) location.reload(); }, 30000);
  void poll();
  void run();
}
void start();
`;

/**
 * Keeps the player itself, so that a box that restarts without network still comes up with the last verified
 * content.
 */
export const serviceWorkerScript = String.raw`
const shell = ['/player/', '/player/player.js'];
self.addEventListener('install', (event) => event.waitUntil(caches.open('towncrier-player').then((cache) => cache.addAll(shell)).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (!shell.includes(pathname)) return;
  event.respondWith(fetch(event.request).then((answer) => {
    const copy = answer.clone();
    if (answer.ok) event.waitUntil(caches.open('towncrier-player').then((cache) => cache.put(pathname, copy)));
    return answer;
  }).catch(() => caches.match(pathname)));
});
`;
