import { join } from 'node:path';
import { defineTwin, Shelf } from '@towncrier/channel-testkit';
import { portalWall } from './wall.ts';

/** What one venue's phones saw: one entry per notice and wording. */
interface Glimpse {
  gateway: string;
  publication: string;
  text: string;
  at: string;
  visible: boolean;
}

const venues = ['bus-station-1', 'library-1', 'service-hall-1'] as const;
const everyMs = 1000;
/** Not every phone that opens the page draws it and goes on. */
const drawnEvery = 15;
const words = (html: string): string =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const card = /<a class="c[^"]*" href="\/portal\/notice\/([0-9A-Z]{8})[^"]*">([\s\S]*?)<\/a>/g;

/**
 * Phones that come into the Wi-Fi of three venues: open the login page, draw it (beacon), read, go on. The
 * far end is the channel's own page, so it has no faults.
 */
export const twin = defineTwin({
  id: 'portal',
  title: 'Wi-Fi 登录页',
  faults: [],
  start: async (_http, at) => {
    const glimpses = await Shelf.open<Glimpse>(join(at.data, 'glimpses.json'));
    let [closed, round] = [false, 0];

    async function visit(gateway: string): Promise<void> {
      const signal = AbortSignal.timeout(5000);
      const answer = await fetch(`${at.channelUrl}/portal/?gw=${gateway}`, {
        signal,
        headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) captive' },
      });
      const html = await answer.text();
      if (!answer.ok) return;
      const cards = [...html.matchAll(card)].map(([, publication = '', inside = '']) => ({
        publication,
        text: words(inside),
      }));
      const mine = glimpses.items.filter((g) => g.gateway === gateway);
      const isOn = (g: Glimpse): boolean =>
        cards.some((c) => c.publication === g.publication && c.text === g.text);
      const turned = mine.filter((g) => g.visible !== isOn(g));
      for (const g of turned) g.visible = isOn(g);
      const fresh = cards.filter(
        (c) => !mine.some((g) => g.publication === c.publication && g.text === c.text),
      );
      for (const c of fresh)
        glimpses.items.push({ gateway, ...c, at: new Date().toISOString(), visible: true });
      if (turned.length + fresh.length > 0) await glimpses.save();
      const beacon = /src="(\/portal\/seen\/[^"]+)"/.exec(html)?.[1];
      if (beacon !== undefined && (fresh.length > 0 || round % drawnEvery === 0)) {
        await (await fetch(`${at.channelUrl}${beacon}`, { signal })).arrayBuffer();
        await (
          await fetch(`${at.channelUrl}/portal/continue`, {
            method: 'POST',
            body: new URLSearchParams({ gw: gateway }),
            signal,
          })
        ).text();
      }
    }

    // One after the other: an older page must never overwrite what a newer one showed.
    let visits: Promise<void> = Promise.resolve();
    const look = (): Promise<void> => {
      visits = visits.then(async () => {
        for (const gateway of venues) await visit(gateway).catch(() => undefined);
        round += 1;
      });
      return visits;
    };
    const again = (): void => {
      if (!closed) timer = setTimeout(() => void look().then(again), everyMs);
    };
    let timer: NodeJS.Timeout = setTimeout(() => void look().then(again), everyMs);

    return {
      shown: async () => {
        await look();
        return glimpses.items.map((g, i) => ({
          id: `${g.gateway}:${i}`,
          about: g.publication,
          target: g.gateway,
          text: g.text,
          visible: g.visible,
          at: g.at,
        }));
      },
      clear: () => glimpses.clear(),
      wall: () =>
        portalWall(
          `${at.channelUrl}/portal/?gw=${venues[0]}`,
          glimpses.items.filter((g) => g.visible).map((g) => g.text),
        ),
      close: async () => {
        closed = true;
        clearTimeout(timer);
        await visits;
      },
    };
  },
});
