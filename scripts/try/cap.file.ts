import { decodeText, UnreadableText } from '../../packages/content/src/decode-text.ts';
import { Trouble } from '../lib/trouble.mjs';
import { readNotice } from './notice.file.ts';

/** A CAP message as text. @throws Trouble one sentence for whoever named the file */
export function readCapFile(file: string): string {
  const { bytes } = readNotice(file);
  try {
    return decodeText(bytes).text;
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new Trouble(`${file} is not readable as text; name a CAP message in UTF-8.`);
  }
}
