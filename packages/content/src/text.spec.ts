import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from './testing/samples.ts';
import { canonicalJson } from './canonical-json.ts';
import { cleanText } from './clean-text.ts';
import { decodeText, UnreadableText } from './decode-text.ts';
import { contentHash, hashText } from './hash.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('bytes', () => {
  it('are read as UTF-8, UTF-16 or GB18030', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xe5, 0xbc, 0x80))).toEqual({ text: '开', encoding: 'utf-8' });
    expect(decodeText(bytes(0xff, 0xfe, 0x00, 0x5f))).toEqual({ text: '开', encoding: 'utf-16le' });
    expect(decodeText(bytes(0xfe, 0xff, 0x5f, 0x00))).toEqual({ text: '开', encoding: 'utf-16be' });
    expect(decodeText(bytes(0xbf, 0xaa, 0xd4, 0xb6))).toEqual({ text: '开远', encoding: 'gb18030' });
    expect(decodeText(bytes(0xa1, 0xb0, 0x95, 0x32, 0xb7, 0x37)).text).toBe('“𠈓');
  });

  it.each([
    ['nothing', bytes(), '空的'],
    ['blanks', bytes(0x20, 0x0a), '没有文字'],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'Word'],
    ['a docx file', bytes(0x50, 0x4b, 0x03, 0x04), 'docx'],
    ['a PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d), 'PDF'],
    ['binary data', bytes(0x01, 0x02, 0x41), '不是文字'],
    ['no encoding we know', bytes(0xff, 0xff, 0xff), '编码'],
  ])('of %s are refused with a remedy', (_, given, words) => {
    expect(() => decodeText(given)).toThrow(UnreadableText);
    expect(() => decodeText(given)).toThrow(words);
  });
});

describe('clean text', { timeout: 30_000 }, () => {
  it('has nothing invisible, one spelling and one line ending, and stays so', () => {
    expect(cleanText('a\u202Eb\u200B\uFEFFc\r\nd\u0000\uD800e\u0301')).toBe('abc\nd\u00e9');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('a hash', () => {
  it('is that of the meaning, not of the spelling', () => {
    expect(canonicalJson({ b: [1, undefined], a: { d: undefined, c: '文' } })).toBe(
      '{"a":{"c":"文"},"b":[1,null]}',
    );
    const { content } = samples.water;
    expect(contentHash({ ...content, title: 'e\u0301' })).toBe(
      contentHash({
        title: '\u00e9',
        ...Object.fromEntries(
          Object.entries(content)
            .filter(([key]) => key !== 'title')
            .reverse(),
        ),
      } as typeof content),
    );
    expect(contentHash({ ...content, title: '甲' })).not.toBe(contentHash(content));
    expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
