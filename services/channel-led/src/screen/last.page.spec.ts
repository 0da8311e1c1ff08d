import { samples } from '@towncrier/content/testing';
import { describe, expect, it } from 'vitest';
import { renderLed } from '../render/led.pages.ts';
import { profileOf, shapeNamed } from '../screen.shape.ts';

describe('the last page', () => {
  it.each(['strip 384x64/16 v3', 'strip 768x128/32 v3', 'strip 128x32/16 v3', 'screen 640x360/16 v3'])(
    'of several on %s never has one line alone',
    (form) => {
      for (const edition of Object.values(samples)) {
        const { pages } = renderLed(edition, profileOf(shapeNamed(form)));
        if (pages.length > 1) expect(pages.at(-1)?.lines.length).toBeGreaterThan(1);
      }
    },
  );
});
