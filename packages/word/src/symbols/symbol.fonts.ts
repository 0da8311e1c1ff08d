/**
 * Fonts that draw other things than letters at the places of letters. Only what has a character of its own in
 * Unicode and comes in papers: marks of forms, circled numbers, arrows, bullets, Greek and mathematics.
 */
const wingdings = new Map<number, string>([
  ...run(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
  ...pairs({
    0x21: '✏',
    0x22: '✂',
    0x28: '☎',
    0x29: '✆',
    0x2a: '✉',
    0x36: '⌛',
    0x3f: '✍',
    0x41: '✌',
    0x46: '☞',
    0x45: '☜',
    0x47: '☝',
    0x48: '☟',
    0x4a: '☺',
    0x4c: '☹',
    0x4e: '☠',
    0x52: '☼',
    0x6c: '●',
    0x6d: '❍',
    0x6e: '■',
    0x6f: '☐',
    0x70: '☐',
    0x71: '☐',
    0x72: '☐',
    0x73: '⬧',
    0x74: '⧫',
    0x75: '◆',
    0x76: '❖',
    0x77: '⬥',
    0x78: '⌧',
    0x7a: '⌘',
    0x9e: '·',
    0x9f: '•',
    0xa0: '▪',
    0xa1: '○',
    0xa4: '◉',
    0xa5: '◎',
    0xa7: '▪',
    0xa8: '☐',
    0xaa: '✦',
    0xab: '★',
    0xac: '✶',
    0xb6: '✩',
    0xd8: '➢',
    0xdf: '←',
    0xe0: '→',
    0xe1: '↑',
    0xe2: '↓',
    0xe8: '➔',
    0xef: '⇦',
    0xf0: '⇨',
    0xf1: '⇧',
    0xf2: '⇩',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
    0x20: ' ',
  }),
]);
const wingdings2 = new Map<number, string>([
  ...run(0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
  ...pairs({
    0x4f: '✗',
    0x50: '✓',
    0x51: '☒',
    0x52: '☑',
    0x53: '☒',
    0x54: '☒',
    0x55: '⊗',
    0x56: '⊗',
    0x97: '●',
    0x98: '●',
    0x99: '⊙',
    0x9a: '◎',
    0x9e: '●',
    0xa2: '■',
    0xa3: '☐',
    0xae: '◆',
    0xea: '★',
    0x20: ' ',
  }),
]);
const symbol = new Map<number, string>([
  ...run(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...run(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  ...run(0x30, '0123456789:;<=>?'),
  ...run(0x20, ' !'),
  ...pairs({
    0x23: '#',
    0x25: '%',
    0x26: '&',
    0x28: '(',
    0x29: ')',
    0x2a: '∗',
    0x2b: '+',
    0x2c: ',',
    0x2d: '−',
    0x2e: '.',
    0x2f: '/',
    0xa2: '′',
    0xa3: '≤',
    0xa4: '⁄',
    0xa5: '∞',
    0xac: '←',
    0xad: '↑',
    0xae: '→',
    0xaf: '↓',
    0xb0: '°',
    0xb1: '±',
    0xb2: '″',
    0xb3: '≥',
    0xb4: '×',
    0xb5: '∝',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xba: '≡',
    0xbb: '≈',
    0xbc: '…',
    0xc5: '⊕',
    0xc6: '∅',
    0xc7: '∩',
    0xc8: '∪',
    0xce: '∈',
    0xd0: '∠',
    0xd4: '™',
    0xd6: '√',
    0xe5: '∑',
    0x5b: '[',
    0x5d: ']',
    0x7b: '{',
    0x7c: '|',
    0x7d: '}',
    0x7e: '∼',
  }),
]);
const webdings = new Map<number, string>([
  ...pairs({ 0x61: '✓', 0x72: '✗', 0x63: '□', 0x67: '■', 0x6e: '●', 0x3d: '■', 0x31: '□', 0xc9: '☎' }),
]);
const wingdings3 = new Map<number, string>([
  ...pairs({
    0x66: '←',
    0x67: '→',
    0x68: '↑',
    0x69: '↓',
    0x70: '▲',
    0x71: '▼',
    0x72: '△',
    0x74: '◀',
    0x75: '▶',
    0x7d: '▶',
  }),
]);

const fonts: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  'wingdings 3': wingdings3,
  symbol,
  webdings,
};

export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && font.trim().toLowerCase() in fonts;

/** What a place of a font shows; null when no character of Unicode says it, or nobody has looked. */
export function symbolAt(font: string, code: number): string | null {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const map = fonts[font.trim().toLowerCase()];
  if (map !== undefined) return map.get(place) ?? null;
  const ownPlace = code >= 0xe000 && code <= 0xf8ff;
  return ownPlace || code < 0x20 || code > 0x10ffff ? null : String.fromCodePoint(code);
}

function run(first: number, characters: string): readonly (readonly [number, string])[] {
  return [...characters].map((character, i) => [first + i, character]);
}
function pairs(map: Readonly<Record<number, string>>): readonly (readonly [number, string])[] {
  return Object.entries(map).map(([code, character]) => [Number(code), character]);
}
