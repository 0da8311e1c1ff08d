import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, describe, expect, it } from 'vitest';
import { fontPath, packagedFont } from './font.files.ts';
import { missingGlyphs } from './missing.glyphs.ts';
import { unpackWoff } from './woff.ts';

const folder = mkdtempSync(join(tmpdir(), 'towncrier-fonts-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('fonts', () => {
  it('unpacks the strip font into the sfnt it was made from', () => {
    const file = fontPath('unifont', { cacheDir: folder });
    const [sfnt, woff] = [create(readFileSync(file)), create(readFileSync(packagedFont('unifont')))];
    if (!('numGlyphs' in sfnt) || !('numGlyphs' in woff)) throw new Error('collections');
    expect(sfnt.type).toBe('TTF');
    expect(sfnt.numGlyphs).toBe(woff.numGlyphs);
    expect(sfnt.hasGlyphForCodePoint('告'.codePointAt(0) ?? 0)).toBe(true);
    expect(fontPath('unifont', { cacheDir: folder })).toBe(file);
  });

  it('refuses to unpack what is no WOFF', () => {
    expect(() => unpackWoff(Buffer.from('wOF2 and more that is long enough to hold a header'))).toThrow(
      /no WOFF 1.0/,
    );
  });

  it('names each character that no font can draw, once', () => {
    expect(missingGlyphs('关于𠮷村与𠮷山的通知，2026年\n✓', 'noto-serif-sc-regular', 'unifont')).toEqual([
      '𠮷',
    ]);
    expect(missingGlyphs('镕垚堃喆玥㙍', 'unifont')).toEqual([]);
  });

  it('does not count joiners and variation selectors as characters to draw', () => {
    expect(missingGlyphs('告\u200b示\ufe0f', 'noto-sans-sc-medium')).toEqual([]);
  });
});
