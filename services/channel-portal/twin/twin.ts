import { join } from 'node:path';
import { defineTwin, Shelf, wallPage } from '@towncrier/channel-testkit';

/** What one phone saw: one entry per notice and wording. */
interface Glimpse { gateway: string; publication: string; hash: string; text: string; at: string; visible: boolean }

const venues = ['bus-station-1', 'library-1'] as const;
const everyMs = 300;
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

/** Phones that come into the Wi-Fi of two venues: open the login page, draw it (beacon), read, go on. */
export const twin = defineTwin({
  id: 'portal',
  title: 'Wi-Fi 登录页',
  faults: [],
  start: async (_http, at) => {
    const glimpses = await Shelf.open<Glimpse>(join(at.data, 'glimpses.json'));
    let closed = false;
    let round = 0;

    async function visit(gateway: string): Promise<void> {
      const signal = AbortSignal.timeout(5000);
      const answer = await fetch(`${at.channelUrl}/portal/?gw=${gateway}`, { signal, headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) captive' } });
      if (!answer.ok) return;
      const html = await answer.text();
      const cards = [...html.matchAll(/<a class="c[^"]*" data-hash="([0-9a-f]{64})" href="\/portal\/notice\/([0-9A-Z]{8})[^"]*">([\s\S]*?)<\/a>/g)]
        .map(([, hash = '', publication = '', card = '']) => ({ hash, publication, text: words(card) }));
      const before = glimpses.items.filter((g) => g.gateway === gateway && g.visible);
      const gone = before.filter((g) => !cards.some((c) => c.publication === g.publication && c.hash === g.hash));
      const fresh = cards.filter((c) => !before.some((g) => g.publication === c.publication && g.hash === c.hash));
      for (const g of gone) g.visible = false;
      for (const c of fresh) {
        const again = glimpses.items.find((g) => g.gateway === gateway && g.publication === c.publication && g.hash === c.hash);
        if (again !== undefined) again.visible = true;
        else glimpses.items.push({ gateway, ...c, at: new Date().toISOString(), visible: true });
      }
      if (gone.length > 0 || fresh.length > 0) await glimpses.save();
      const beacon = /src="(\/portal\/seen\/[^"]+)"/.exec(html)?.[1];
      // A phone a few times a minute, not every round: the counts should look like a venue's.
      if (beacon !== undefined && (fresh.length > 0 || round % 40 === 0)) {
        await fetch(`${at.channelUrl}${beacon}`, { signal });
        await fetch(`${at.channelUrl}/portal/continue`, { method: 'POST', body: new URLSearchParams({ gw: gateway }), signal });
      }
    }

    const turn = async (): Promise<void> => {
      for (const gateway of venues) await visit(gateway).catch(() => undefined);
      round += 1;
      if (!closed) timer = setTimeout(() => void turn(), everyMs);
    };
    let timer = setTimeout(() => void turn(), everyMs);

    return {
      shown: async () => {
        for (const gateway of venues) await visit(gateway).catch(() => undefined);
        return glimpses.items.map((g) => ({ id: `${g.gateway}:${g.publication}:${g.hash}`, about: g.publication, target: g.gateway, text: g.text, visible: g.visible, at: g.at }));
      },
      clear: () => glimpses.clear(),
      wall: () => wallPage('Wi-Fi 登录页', 'body{display:grid;place-items:center;padding:10px}main{width:320px;border:10px solid #1f2329;border-radius:30px;overflow:hidden;background:#fff}iframe{border:0;width:100%;height:410px;display:block}', `<main data-round="${glimpses.items.filter((g) => g.visible).map((g) => g.hash.slice(0, 6)).join()}"><iframe src="${at.channelUrl}/portal/?gw=bus-station-1" title="登录页"></iframe></main>`),
      close: () => { closed = true; clearTimeout(timer); return Promise.resolve(); },
    };
  },
});
