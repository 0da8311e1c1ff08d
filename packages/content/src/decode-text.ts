import { cleanText } from './clean-text.ts';

/** Bytes that are not text. `message` is Chinese, for the editor who chose the file. */
export class UnreadableText extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UnreadableText';
  }
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

const foreign: readonly { readonly magic: readonly number[]; readonly words: string }[] = [
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    words: '这是旧版 Word、WPS 或 Excel 文件，不是文本。请在软件中“另存为”网页（HTML）或纯文本后再导入。',
  },
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    words: '这是 Word（docx）或压缩文件，不是文本。请在软件中“另存为”网页（HTML）或纯文本后再导入。',
  },
  {
    magic: [0x25, 0x50, 0x44, 0x46],
    words: '这是 PDF 文件，不是文本。请导入原稿的网页（HTML）或纯文本版本。',
  },
];

/**
 * Reads UTF-8 (with or without mark), UTF-16 with mark, and GB18030 where the bytes are not valid UTF-8.
 * @throws UnreadableText when empty, binary or in none of these encodings
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new UnreadableText('文件是空的。请确认选择了正确的文件。');
  const other = foreign.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
  if (other !== undefined) throw new UnreadableText(other.words);

  const decoded = decode(bytes);
  // A control character means that the bytes were read in an encoding they are not in, or that they are no
  // text at all.
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(decoded.text))
    throw new UnreadableText('文件含有不是文字的内容，可能不是文本文件。请另存为 UTF-8 纯文本后再导入。');
  if (cleanText(decoded.text).trim() === '')
    throw new UnreadableText('文件里没有文字。请确认选择了正确的文件。');
  return decoded;
}

function decode(bytes: Uint8Array): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const candidates = marked === null ? (['utf-8', 'gb18030'] as const) : ([marked] as const);
  let cause: unknown;
  for (const encoding of candidates) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch (error) {
      cause = error;
    }
  }
  throw new UnreadableText(
    '认不出文件的编码（不是 UTF-8、UTF-16 或 GB18030）。请另存为 UTF-8 纯文本后再导入。',
    { cause },
  );
}
