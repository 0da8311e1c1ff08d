import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Channel } from '@towncrier/channel-kit';
import type { IllustratedEdition } from '@towncrier/contracts';
import sharp from 'sharp';
import { allChannels, drawingSettings } from '../all.channels.ts';
import { launched } from '../console.browser.ts';
import { noticeNamed, noticeNames } from '../sample.notices.ts';
import { ContactSheet, type Shot } from './contact.sheet.ts';
import { warnings } from './warnings.ts';

// `npm run looks`: how every sample notice looks on every channel, one contact sheet each, in docs/looks. For
// people to look at before a renderer is changed, and after.
const target = fileURLToPath(new URL('../../../../docs/looks/', import.meta.url));
const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1920x1080/16 v3', 'strip 384x64/16 v3'],
  board: ['A4-2'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};
/** Of WebP: letters stay sharp, and a sheet about a tenth of a megabyte. */
const quality = 45;

async function shotsOf(channels: readonly Channel[], edition: IllustratedEdition): Promise<readonly Shot[]> {
  const drawn = channels.map(async (channel) => {
    const rendition = await channel.render(edition, drawingSettings, forms[channel.id]);
    return { title: channel.title, preview: await channel.preview(rendition) };
  });
  return Promise.all(drawn);
}

const channels = await allChannels('dist/src/channel.js');
const all: Readonly<Record<string, () => IllustratedEdition>> = {
  ...Object.fromEntries(noticeNames.map((name) => [basename(name, extname(name)), () => noticeNamed(name)])),
  ...warnings,
};
mkdirSync(target, { recursive: true });
const browser = await launched();
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
