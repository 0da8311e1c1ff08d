import { fileTypeFromBuffer } from 'file-type';
import mammoth from 'mammoth';
import { z } from 'zod';
import { ProblemError } from '../../http/problem.ts';

/** A Word document as the source of a draft; `warnings` tell what Word had and HTML has not. */
export const wordSource = z
  .object({ format: z.literal('html'), source: z.string(), warnings: z.array(z.string()) })
  .meta({ id: 'WordSource' });
export type WordSource = z.infer<typeof wordSource>;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads .docx; headings, lists, tables with their spans and pictures are kept.
 * @throws ProblemError 415 `not-word` · 422 `unreadable`
 */
export async function readWord(name: string, bytes: Uint8Array): Promise<WordSource> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime !== docx)
    throw new ProblemError(
      415,
      'not-word',
      `“${name}”不是 .docx 文件；请在 Word 或 WPS 中“另存为 .docx”后再导入`,
    );
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false },
    );
    return {
      format: 'html',
      source: value,
      warnings: [...new Set(messages.filter((m) => m.type === 'warning').map((m) => m.message))],
    };
  } catch (cause) {
    throw new ProblemError(
      422,
      'unreadable',
      `读不出“${name}”的内容，文件可能已损坏或加密；请重新保存后再导入`,
      { cause },
    );
  }
}
