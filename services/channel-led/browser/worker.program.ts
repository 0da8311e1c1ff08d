/**
 * Service worker. Keeps the player itself, so that a box that restarts without network still comes up with
 * the last verified content.
 */
declare const self: ServiceWorkerGlobalScope;

const shell = ['/player/', '/player/player.js'];
const open = (): Promise<Cache> => caches.open('towncrier-player');

/** From the network, else what was kept of it. */
async function fetched(event: FetchEvent, pathname: string): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    const copy = answer.clone();
    if (answer.ok) event.waitUntil(open().then((cache) => cache.put(pathname, copy)));
    return answer;
  } catch (offline) {
    const kept = await caches.match(pathname);
    if (kept === undefined) throw offline;
    return kept;
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    open()
      .then((cache) => cache.addAll(shell))
      .then(() => self.skipWaiting()),
  );
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (shell.includes(pathname)) event.respondWith(fetched(event, pathname));
});

export {};
