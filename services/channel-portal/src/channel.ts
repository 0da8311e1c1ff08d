import { defineChannel } from '@towncrier/channel-kit';
import { wordsOfHtml } from '@towncrier/content';
import { collections } from './collections.ts';
import { cardFace } from './card.markup.ts';
import { cards, sightings } from './cards.ts';
import { Impressions } from './impressions.ts';
import { previewPage } from './pages.ts';
import { PortalAdapter } from './portal.adapter.ts';
import { PortalClient } from './portal.client.ts';
import { renderLogin, type PortalRendition } from './portal.rendition.ts';
import { checkPortal, ownTitle, portalProfile } from './render/portal.card.ts';
import { formerPortalForm, portalForm, portalFormIn } from './render/portal.form.ts';
import { targets } from './portal.targets.ts';
import { isTwin, settings, type PortalSettings } from './settings.ts';
import { Shelf } from './shelf.ts';
import { Venues } from './venues.ts';

export const channel = defineChannel<PortalSettings, PortalRendition>({
  id: 'portal',
  title: 'Wi-Fi 登录页',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  collections,
  targets,
  can: {
    recall: 'erase',
    revise: 'in-place',
    receipts: 'pull',
    targets: '每个场所的登录页',
    limits: [{ field: 'title', ...portalProfile.title, shortened: true }],
    ownWords: [{ part: ownTitle.part, title: '卡片标题', limit: `不超过 ${portalProfile.title.max} 字` }],
    visibleWithinMs: 0,
    consequences: {
      correct: '登录页换成更正后的卡片。',
      withdraw: '登录页立即不再展示；原网址说明已撤回及原因。',
    },
  },
  waivers: {
    timeout: 'publishing puts the card on the own shelf; no far end is called',
    crowd: 'a card stands at an address of its own; nothing is searched among others',
    busy: 'gateways fetch the page when they can; none is called',
    refuse: 'a gateway refuses no content',
    deny: 'the login page asks for no credentials',
    abort: 'no call of the far end stands between the start and the shelf',
  },
  slots: { urgent: 4, normal: 4 },
  mode: (chosen) => (isTwin(chosen) ? 'twin' : 'live'),
  check: (edition) => checkPortal(edition).map((problem) => ({ channel: 'portal', ...problem })),
  // a login page has no shape of its own; the form is that of the card, so that what was approved before it changed is
  // still shown and found
  formOf: () => portalForm,
  formerForms: [formerPortalForm],
  render: (edition, _settings, forms = []) => Promise.resolve(renderLogin(edition, portalFormIn(forms))),
  readings: ({ face, article }) => [{ where: '', text: wordsOfHtml(cardFace(face) + article) }],
  parts: ({ face }) => ({ [ownTitle.part]: face.title }),
  preview: ({ face, article }) =>
    Promise.resolve({ kind: 'html', width: 390, html: previewPage(face, article) }),
  places: (_s, publicUrl) => [{ label: 'Wi-Fi 登录页', url: `${publicUrl}/portal/` }],
  adapter: async ({ settings: s, store, clock, log, targets: venuesOf }) => {
    const [shelf, impressions] = [
      await Shelf.open(await store.collection(cards)),
      new Impressions(await store.collection(sightings), clock),
    ];
    const warn = (words: string): void => log.warn({}, words);
    const venues = Venues.open(shelf, venuesOf, warn);
    return new PortalAdapter(
      { settings: s, shelf, venues, impressions, clock },
      { targets: venuesOf, phone: new PortalClient(s.PORTAL_URL), warn },
    );
  },
});
