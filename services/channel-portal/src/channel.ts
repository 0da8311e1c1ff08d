import { defineChannel } from '@towncrier/channel-kit';
import { checkPortal, portalProfile, renderPortal, renderWebsite } from '@towncrier/content';
import { cards, Shelf, sightings } from './cards.ts';
import { Impressions } from './impressions.ts';
import { previewPage } from './login.page.ts';
import { PortalAdapter, renditionHash, type PortalRendition } from './portal.adapter.ts';
import { settings, type PortalSettings } from './settings.ts';

export const channel = defineChannel<PortalSettings, PortalRendition>({
  id: 'portal',
  title: 'Wi-Fi 登录页',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  can: {
    recall: 'erase',
    revise: 'in-place',
    receipts: 'push',
    targets: '每个场所的登录页',
    limits: [{ field: 'title', ...portalProfile.title }],
    visibleWithinMs: 0,
    consequences: { correct: '登录页换成更正后的卡片。', withdraw: '登录页立即不再展示。' },
  },
  slots: { urgent: 4, normal: 4 },
  mode: () => 'twin',
  check: (edition) => checkPortal(edition).map((problem) => ({ channel: 'portal', ...problem })),
  render: (edition) => {
    const [face, article] = [renderPortal(edition), renderWebsite(edition).html];
    return Promise.resolve({ publication: edition.publication, edition: edition.edition, face, article, hash: renditionHash(face, article) });
  },
  preview: ({ face }) => Promise.resolve({ kind: 'html', width: 390, html: previewPage(face) }),
  places: (_s, publicUrl) => [{ label: 'Wi-Fi 登录页', url: `${publicUrl}/portal/` }],
  adapter: async ({ settings: s, store, clock }) => {
    const shelf = new Shelf(await store.collection(cards));
    await shelf.load();
    return new PortalAdapter({ settings: s, shelf, impressions: new Impressions(await store.collection(sightings), clock) });
  },
});
