import { cleanText } from './clean-text.ts';
import { likeness } from './words/frequent.characters.ts';
import { excerptOf, type Loss } from './import/losses/loss.ts';

/** Bytes that are not text. `message` is Chinese, for the editor who chose the file. */
export class UnreadableText extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UnreadableText';
  }
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** Bytes that could not be read, and a doubt about the encoding. */
  readonly losses: readonly Loss[];
}

const foreign: readonly { readonly magic: readonly number[]; readonly words: string }[] = [
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    words: '这是旧版 Word、WPS 或 Excel 文件，不是文本。请在软件中“另存为”docx 或 xlsx 后再导入。',
  },
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    words: '这是 Word、Excel 或压缩文件，不是文本。请按 docx、xlsx 导入，或另存为纯文本后再导入。',
  },
  {
    magic: [0x25, 0x50, 0x44, 0x46],
    words: '这是 PDF 文件，不是文本。请导入原稿的网页（HTML）或纯文本版本。',
  },
];

/**
 * Reads UTF-8, UTF-16 (each with or without mark), GB 18030 and Big5. Where two readings are possible the
 * likelier one is taken and the other is shown in a loss.
 * @throws UnreadableText when empty, binary or in none of these encodings
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new UnreadableText('文件是空的。请确认选择了正确的文件。');
  const other = foreign.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
  if (other !== undefined) throw new UnreadableText(other.words);

  const decoded = decode(bytes);
  // A control character means that the bytes were read in an encoding they are not in, or that they are no
  // text at all.
  if (control.test(decoded.text)) throw new UnreadableText(notText);
  if (cleanText(decoded.text).trim() === '')
    throw new UnreadableText('文件里没有文字。请确认选择了正确的文件。');
  return decoded;
}

const notText = '文件含有不是文字的内容，可能不是文本文件。请另存为 UTF-8 纯文本后再导入。';
const control = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

function decode(bytes: Uint8Array): DecodedText {
  const marked = markOf(bytes);
  if (marked !== null) {
    const text = read(bytes, marked);
    return { text, encoding: marked, losses: missing(text) };
  }
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null && !control.test(utf8)) return { text: utf8, encoding: 'utf-8', losses: [] };
  return likeliest(bytes);
}

function markOf(bytes: Uint8Array): TextEncodingName | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

interface Reading {
  readonly encoding: TextEncodingName;
  readonly text: string;
  readonly likeness: number;
}

/** So much likelier must a reading be than the next one before it is beyond doubt. */
const clear = 1.5;

function likeliest(bytes: Uint8Array): DecodedText {
  const readings = (['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)
    .flatMap((encoding) => readingIn(bytes, encoding))
    .toSorted((one, other) => other.likeness - one.likeness);
  const [best, next] = readings;
  if (best === undefined) throw new UnreadableText(notText);
  if (best.likeness <= 0)
    throw new UnreadableText(
      '认不出文件的编码（不是 UTF-8、UTF-16、GB 18030 或 Big5）。请另存为 UTF-8 纯文本后再导入。',
    );
  const sure = next === undefined || best.likeness >= next.likeness * clear || next.likeness <= 0;
  const doubt = sure && best.encoding !== 'big5' ? [] : [doubtBetween(best, next)];
  return { text: best.text, encoding: best.encoding, losses: [...doubt, ...missing(best.text)] };
}

/** None where the bytes cannot be in this encoding at all. */
function readingIn(bytes: Uint8Array, encoding: TextEncodingName): readonly Reading[] {
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return [];
  const text = read(bytes, encoding);
  if (control.test(text)) return [];
  return [{ encoding, text, likeness: likeness(text) }];
}

const lineOf = (text: string): string => text.trimStart().split(/\r?\n/, 1)[0] ?? '';

function doubtBetween(...readings: readonly (Reading | undefined)[]): Loss {
  const lines = readings.flatMap((reading) =>
    reading === undefined ? [] : [`${reading.encoding}：${[...lineOf(reading.text)].slice(0, 16).join('')}`],
  );
  return { kind: 'doubtful-encoding', where: '第1行', count: 1, excerpt: lines.join(' / ') };
}

/** Bytes that stand for no character: one loss per line that has some. */
function missing(text: string): readonly Loss[] {
  return text.split(/\r?\n/).flatMap((line, i): Loss[] => {
    const count = line.split('\uFFFD').length - 1;
    const excerpt = excerptOf(line);
    if (count === 0) return [];
    return [
      {
        kind: 'unreadable-bytes',
        where: `第${i + 1}行`,
        count,
        ...(excerpt === undefined ? {} : { excerpt }),
      },
    ];
  });
}

const read = (bytes: Uint8Array, encoding: TextEncodingName): string =>
  new TextDecoder(encoding).decode(bytes);

function strictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
