import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import { Glimpses, type Glimpse } from './glimpses.ts';
import { Phones } from './phones.ts';
import { portalWall } from './wall.ts';

/**
 * Phones that come into the Wi-Fi of every venue. The far end is the channel's own page: it has no faults.
 */
export const twin = defineTwin({
  id: 'portal',
  title: 'Wi-Fi 登录页',
  faults: [],
  start: async (_http, at) => {
    const glimpses = await Glimpses.open(at.data);
    const phones = new Phones(glimpses, at.channelUrl);
    const first = `${at.channelUrl}/portal/?gw=bus-station-1`;
    return {
      shown: async () => {
        await phones.look();
        return glimpses.all.map(shown);
      },
      clear: () => glimpses.clear(),
      wall: () =>
        portalWall(
          first,
          glimpses.all.filter((g) => g.visible).map((g) => g.text),
        ),
      close: () => phones.close(),
    };
  },
});

const shown = (g: Glimpse, i: number): Shown => ({
  id: `${g.venue}:${i}`,
  about: g.publication,
  target: g.venue,
  text: g.text,
  visible: g.visible,
  at: g.at,
});
