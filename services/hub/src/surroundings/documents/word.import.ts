import { loss, lossFinding, severityOf } from '@towncrier/content';
import { WordUnreadable, readWord as readDocument } from '@towncrier/word';
import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import { ProblemError } from '../../http/problem.ts';
import { fitForTheWeb } from './word.picture.ts';

/** A loss with the sentence that tells an editor of it. */
const toldLoss = loss
  .extend({ severity: z.enum(['block', 'advise']), message: z.string(), remedy: z.string() })
  .meta({ id: 'ToldLoss' });

/** A Word document as the source of a draft; `losses` tell what of the document is not in it as it was. */
export const wordSource = z
  .object({ format: z.literal('html'), source: z.string(), losses: z.array(toldLoss) })
  .meta({ id: 'WordSource' });
export type WordSource = z.infer<typeof wordSource>;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads .docx; numbers, fields and ticks come in as characters, headings, tables with their spans and pictures
 * are kept.
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
    const { source, losses } = await readDocument(bytes, { picture: fitForTheWeb });
    return {
      format: 'html',
      source,
      losses: losses.map((each) => {
        const { message, remedy } = lossFinding(each);
        return { ...each, severity: severityOf(each), message, remedy };
      }),
    };
  } catch (cause) {
    const words =
      cause instanceof WordUnreadable
        ? cause.message
        : '读不出这个文件的内容，可能已损坏；请重新保存后再导入';
    throw new ProblemError(422, 'unreadable', `“${name}”：${words}`, { cause });
  }
}
