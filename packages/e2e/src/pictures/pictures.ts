import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { consoleAs, launched } from '../console.browser.ts';
import { Town } from '../town.ts';
import { lived } from './small.town.ts';

// `npm run pictures`: the pictures of the README, of a small town that is started for them.
const target = fileURLToPath(new URL('../../../../docs/pictures/', import.meta.url));
const size = { width: 1280, height: 800 };
const drawnWidth = 960;
/** A page of text; in bytes. */
const heaviest = 120_000;

async function keep(name: string, page: Page): Promise<void> {
  const shot = await page.screenshot({ animations: 'disabled' });
  for (const colours of [128, 64, 32, 16]) {
    const png = await sharp(shot)
      .resize({ width: drawnWidth })
      .png({ palette: true, colours, effort: 10 })
      .toBuffer();
    if (png.length > heaviest) continue;
    writeFileSync(`${target}${name}.png`, png);
    process.stdout.write(`docs/pictures/${name}.png ${Math.round(png.length / 1000)} kB\n`);
    return;
  }
  throw new Error(`${name} is heavier than ${heaviest} bytes`);
}

const town = await Town.start();
const browser = await launched();
try {
  mkdirSync(target, { recursive: true });
  const standing = await lived(town);
  const page = await consoleAs('editor', town, browser);
  await page.setViewportSize(size);
  const open = async (address: string): Promise<void> => {
    await page.goto(address);
    await page.waitForLoadState('load');
    // pictures within the page are drawn after it
    await page.waitForTimeout(2_000);
  };
  await open(`${town.hubUrl}/list`);
  await keep('console', page);
  await open(`${town.hubUrl}/publication/${standing}`);
  await keep('delivery', page);
  await open(town.stack.places.find(({ key }) => key === 'wall')?.url ?? '');
  await keep('wall', page);
} finally {
  await browser.close();
  await town.stop();
}
