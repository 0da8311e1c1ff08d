import { defineChannel } from '@towncrier/channel-kit';
import { articleForm, articleFormIn, formerArticleForm, wordsOfHtml } from '@towncrier/content';
import { collections } from './collections.ts';
import { articlePage } from './article.page.ts';
import { DocumentRoot } from './document.root.ts';
import { EarlierEditions } from './earlier.editions.ts';
import { Lists } from './lists.ts';
import { articles, Manifest } from './manifest.ts';
import { checkWebsite } from './render/website.article.ts';
import { settings, type SiteSettings } from './settings.ts';
import { targets } from './site.targets.ts';
import { PictureUses, pictureUses } from './picture.uses.ts';
import { WebsiteAdapter } from './website.adapter.ts';
import { WebsiteClient } from './website.client.ts';
import { renderSite, selfContained, type WebsiteRendition } from './website.rendition.ts';

const preview: SiteSettings = {
  SITE_ROOT: '',
  SITE_URL: 'https://preview.invalid',
  SITE_NAME: '开远市人民政府',
  SITE_ID_CODE: '',
  SITE_COLUMN: '通知公告',
};

export const channel = defineChannel<SiteSettings, WebsiteRendition>({
  id: 'website',
  title: '政府网站',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  collections,
  targets,
  can: {
    recall: 'replace',
    revise: 'in-place',
    receipts: 'pull',
    targets: '一个网站',
    limits: [],
    visibleWithinMs: 1000,
    consequences: {
      correct:
        '原网址显示更正后的内容，注明更正原因、日期和改动的文字；原版另页保留并注明已被替代，要求不再公开的除外。',
      withdraw: '原网址改为撤回说明（原因、日期、发布机构），列表标注“已撤回”，各原版不再保留。',
    },
  },
  waivers: {
    limits: 'a web page has no upper limit that a notice of ours reaches',
    timeout: 'the one irreversible act is a rename on a disk, which answers or is not done',
    crowd: 'the page stands at an address of its own; nothing is searched among others',
    busy: 'a disk is not busy; a full one (ENOSPC) is tried in src/website.errors.spec.ts',
    refuse: 'a web server refuses no content',
    deny: 'a folder asks for no credentials; a folder that may not be written is tried in src/website.errors.spec.ts',
    abort: 'no call of the far end stands between the start and the rename',
  },
  slots: { urgent: 4, normal: 4 },
  mode: ({ SITE_URL }) => (['127.0.0.1', 'localhost'].includes(new URL(SITE_URL).hostname) ? 'twin' : 'live'),
  check: (edition) => checkWebsite(edition).map((problem) => ({ channel: 'website', ...problem })),
  // the one site has no shape of its own; the form is that of the markup, so that what was approved before it changed
  // is still sent and found
  formOf: () => articleForm,
  formerForms: [formerArticleForm],
  render: (edition, _settings, forms = []) => Promise.resolve(renderSite(edition, articleFormIn(forms))),
  readings: ({ article }) => [{ where: '', text: wordsOfHtml(article.html) }],
  preview: (r) =>
    Promise.resolve({
      kind: 'html',
      width: 1000,
      html: articlePage(preview, selfContained(r), {
        publication: r.publication,
        releasedAt: '2026-01-01T00:00:00.000Z',
        issuer: r.issuer,
      }),
    }),
  places: ({ SITE_URL }) => [{ label: '政府网站', url: `${SITE_URL}/` }],
  adapter: async ({ settings: site, store, clock, log }) => {
    const root = new DocumentRoot(site.SITE_ROOT);
    const known = await store.collection(articles);
    const manifest = new Manifest(known);
    const pictures = new PictureUses(await store.collection(pictureUses), known, root);
    const lists = new Lists({ site, root, manifest, clock, warn: (words) => log.warn({}, words) });
    await pictures.tidy();
    await lists.start();
    return new WebsiteAdapter({
      site,
      root,
      manifest,
      lists,
      pictures,
      earlier: new EarlierEditions(site, root, manifest),
      visitor: new WebsiteClient(site.SITE_URL),
    });
  },
});
