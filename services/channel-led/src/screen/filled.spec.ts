import { samples } from '@towncrier/content/testing';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderEdition } from '../led.rendition.ts';
import { renderLed } from '../render/led.pages.ts';
import { profileOf, shapeNamed } from '../screen.shape.ts';

const ground = [0x0b, 0x23, 0x40];

/** Share of what is between margins and foot that words and code take up, as a rectangle around them. */
async function filled(png: Uint8Array): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const unit = Math.min(width, height) / 1080;
  const safe = { left: 96 * unit, right: width - 96 * unit, top: 72 * unit, bottom: height - 108 * unit };
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = Math.ceil(safe.top); y < safe.bottom; y += 1)
    for (let x = Math.ceil(safe.left); x < safe.right; x += 1) {
      const away = ground.reduce(
        (sum, part, i) => sum + Math.abs((data[(y * width + x) * channels + i] ?? 0) - part),
        0,
      );
      if (away < 60) continue;
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x),
        Math.min(top, y),
        Math.max(bottom, y),
      ];
    }
  const room = (safe.right - safe.left) * (safe.bottom - safe.top);
  return ((right - left) * (bottom - top)) / room;
}

describe('a full-colour page', { timeout: 60_000 }, () => {
  it.each(['screen 1920x1080/16 v2', 'screen 1080x1920/16 v2'])(
    'on %s uses at least 60 % of its room',
    async (form) => {
      for (const [name, edition] of Object.entries(samples)) {
        const { forms } = await renderEdition(edition, [form]);
        for (const { png } of forms[0]?.pages ?? [])
          expect(await filled(png), name).toBeGreaterThanOrEqual(0.6);
      }
    },
  );
});

describe('the last page', () => {
  it.each(['strip 384x64/16 v2', 'strip 768x128/32 v2', 'screen 640x360/16 v2'])(
    'of several on %s never has one line alone',
    (form) => {
      for (const edition of Object.values(samples)) {
        const { pages } = renderLed(edition, profileOf(shapeNamed(form)));
        if (pages.length > 1) expect(pages.at(-1)?.lines.length).toBeGreaterThan(1);
      }
    },
  );
});
