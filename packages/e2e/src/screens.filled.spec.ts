import { samples } from '@towncrier/content/testing';
import type { IllustratedEdition } from '@towncrier/contracts';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { renderEdition } from '../../../services/channel-led/src/led.rendition.ts';
import { renderLed } from '../../../services/channel-led/src/render/led.pages.ts';
import { profileOf, shapeNamed } from '../../../services/channel-led/src/screen.shape.ts';
import { warnings } from './looks/warnings.ts';
import { noticeNamed, noticeNames } from './sample.notices.ts';

const notices: Readonly<Record<string, IllustratedEdition>> = {
  ...samples,
  ...Object.fromEntries(noticeNames.map((name) => [name, noticeNamed(name)])),
  ...Object.fromEntries(Object.entries(warnings).map(([name, warning]) => [name, warning()])),
};
const ground = [0x0b, 0x23, 0x40];

/** Pixels. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All of a strip; of a screen what is between margins and foot. */
function safeArea(kind: string, width: number, height: number): Area {
  const unit = kind === 'strip' ? 0 : Math.min(width, height) / 1080;
  return { left: 96 * unit, right: width - 96 * unit, top: 72 * unit, bottom: height - 108 * unit };
}

/** Share of the safe area that the smallest rectangle around words and code takes up. */
async function filled(png: Uint8Array, kind: string): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const dark = kind === 'strip' ? [0, 0, 0] : ground;
  const isDrawn = (x: number, y: number): boolean =>
    dark.reduce((sum, part, i) => sum + Math.abs((data[(y * width + x) * channels + i] ?? 0) - part), 0) >=
    60;
  const safe = safeArea(kind, width, height);
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = Math.ceil(safe.top); y < safe.bottom; y += 1)
    for (let x = Math.ceil(safe.left); x < safe.right; x += 1) {
      if (!isDrawn(x, y)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  return ((right - left) * (bottom - top)) / ((safe.right - safe.left) * (safe.bottom - safe.top));
}

/** On a strip of eight cells a label and a telephone number have no room in one line. */
const endsWithLabel = (lines: readonly string[]): boolean => lines.at(-1)?.endsWith('：') === true;

it.each([
  'screen 1920x1080/16 v3',
  'screen 1080x1920/16 v3',
  'screen 1280x720/16 v3',
  'screen 640x360/16 v3',
  'strip 384x64/16 v3',
  'strip 768x128/32 v3',
  'strip 256x64/16 v3',
  'strip 192x32/16 v3',
  'strip 128x32/16 v3',
])(
  'every page of every notice on %s uses at least 60 % of the safe area',
  { timeout: 300_000 },
  async (form) => {
    const shape = shapeNamed(form);
    for (const [name, edition] of Object.entries(notices)) {
      const { forms } = await renderEdition(edition, [form]);
      const { pages } = renderLed(edition, profileOf(shape));
      for (const [i, { png }] of (forms[0]?.pages ?? []).entries()) {
        if (shape.width === 128 && endsWithLabel(pages[i]?.lines ?? [])) continue;
        expect(await filled(png, shape.kind), `${name}, page ${i + 1}`).toBeGreaterThanOrEqual(0.6);
      }
    }
  },
);
