import { readFileSync } from 'node:fs';
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
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xe5, 0xbc, 0x80))).toEqual({
      text: '开',
      encoding: 'utf-8',
      losses: [],
    });
    expect(decodeText(bytes(0xff, 0xfe, 0x00, 0x5f))).toEqual({
      text: '开',
      encoding: 'utf-16le',
      losses: [],
    });
    expect(decodeText(bytes(0xfe, 0xff, 0x5f, 0x00))).toEqual({
      text: '开',
      encoding: 'utf-16be',
      losses: [],
    });
    expect(decodeText(bytes(0xbf, 0xaa, 0xd4, 0xb6))).toEqual({
      text: '开远',
      encoding: 'gb18030',
      losses: [],
    });
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

const door = (name: string): Uint8Array => readFileSync(new URL(`../test/doors/${name}`, import.meta.url));

describe('bytes that could be read in several ways', () => {
  const big5 = bytes(0xc3, 0xf6, 0xa9, 0xf3, 0xb0, 0xb1, 0xa4, 0xf4, 0xaa, 0xba, 0xa4, 0xbd, 0xa7, 0x69);

  it.each([
    ['enc-utf16le-bom.txt', 'utf-16le'],
    ['enc-utf16le-nobom.txt', 'utf-16le'],
  ])('%s is read without a doubt as %s', (name, encoding) => {
    const read = decodeText(door(name));
    expect(read).toMatchObject({ encoding, losses: [] });
    expect(read.text).toContain('关于停水的通知');
  });

  it('are still UTF-8 when one of them is damaged, and the line is named', () => {
    expect(decodeText(door('enc-utf8-with-one-bad-byte.txt'))).toMatchObject({
      encoding: 'utf-8',
      losses: [{ kind: 'unreadable-bytes', where: '第3行', count: 1 }],
    });
    expect(decodeText(door('enc-utf8-cut.txt'))).toMatchObject({
      text: '关于停水的通\uFFFD',
      losses: [{ kind: 'unreadable-bytes', where: '第1行' }],
    });
  });

  it('are shown in both readings when they are Big5', () => {
    expect(decodeText(big5)).toMatchObject({
      text: '關於停水的公告',
      encoding: 'big5',
      losses: [{ kind: 'doubtful-encoding', excerpt: expect.stringContaining('big5：關於停水') as string }],
    });
  });
});

describe('clean text', { timeout: 30_000 }, () => {
  it('has nothing invisible, one spelling and one line ending, and stays so', () => {
    expect(cleanText('\u{1F468}\u200D\u{1F469}\u200D\u{1F467} 甲\u200D乙')).toBe(
      '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} 甲乙',
    );
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
