import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Channel } from '@towncrier/channel-kit';
import type { IllustratedEdition } from '@towncrier/contracts';
import { importSource } from '@towncrier/content';
import { editionOf } from '@towncrier/content/testing';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { ContactSheet, type Shot } from './contact.sheet.ts';
import { warnings } from './warnings.ts';

// `npm run looks`: how every sample notice looks on every channel, one contact sheet each, in docs/looks. For
// people to look at before a renderer is changed, and after.
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const services = at('../../../../services/');
const notices = at('../../fixtures/notices/');
const target = at('../../../../docs/looks/');
const formats = { '.txt': 'text', '.md': 'markdown', '.html': 'html' } as const;
const settings = { PUBLIC_URL: 'https://check.example.gov.cn', SITE_URL: 'https://www.example.gov.cn' };
const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1920x1080/16', 'strip 384x64/16'],
  board: ['A4'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};
/** The browser of the tests. */
const executablePath = process.env['TOWNCRIER_CHROMIUM'] ?? '/usr/bin/chromium';
/** Of WebP: letters stay sharp, and a sheet about a tenth of a megabyte. */
const quality = 45;

async function channelsOfTheHouse(): Promise<readonly Channel[]> {
  const folders = readdirSync(services).filter((name) => name.startsWith('channel-'));
  return Promise.all(
    folders.map(async (folder) => {
      const file = pathToFileURL(`${services}${folder}/dist/src/channel.js`).href;
      return ((await import(file)) as { channel: Channel }).channel;
    }),
  );
}

function noticeAt(name: string): IllustratedEdition {
  const bytes = readFileSync(`${notices}${name}`);
  const source = new TextDecoder(name.includes('gb18030') ? 'gb18030' : 'utf-8').decode(bytes);
  const format = formats[extname(name) as keyof typeof formats];
  const { content } = importSource({ format, source });
  if (content === null) throw new Error(`${name} is not read`);
  return editionOf(content);
}

async function shotsOf(channels: readonly Channel[], edition: IllustratedEdition): Promise<readonly Shot[]> {
  const drawn = channels.map(async (channel) => {
    const rendition = await channel.render(edition, settings, forms[channel.id]);
    return { title: channel.title, preview: await channel.preview(rendition) };
  });
  return Promise.all(drawn);
}

const channels = await channelsOfTheHouse();
const all: Readonly<Record<string, () => IllustratedEdition>> = {
  ...Object.fromEntries(
    readdirSync(notices).map((name) => [basename(name, extname(name)), () => noticeAt(name)]),
  ),
  ...warnings,
};
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const sheet = new ContactSheet(browser);
  for (const [name, edition] of Object.entries(all)) {
    const png = await sheet.of(name, await shotsOf(channels, edition()));
    writeFileSync(`${target}${name}.webp`, await sharp(png).webp({ quality }).toBuffer());
    process.stdout.write(`docs/looks/${name}.webp\n`);
  }
} finally {
  await browser.close();
}
