import { ImportRefused, importThreads } from '@towncrier/imports';
import { fileTypeFromBuffer } from 'file-type';
import { ProblemError } from '../../http/problem.ts';
import type { FileSource } from './doors/file.source.ts';
import { withKeptPictures, type KeepPicture } from './doors/kept.pictures.ts';
import { told } from '../../publications/losses/told.loss.ts';
import { DrawingTime, drawnWithin } from './word.objects.ts';
import { keptPicture } from './word.picture.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads .docx; numbers, fields and ticks come in as characters, headings, tables with their spans and pictures
 * are kept; formulas, diagrams and charts are drawn where the machine has an office program.
 * @throws ProblemError 415 `not-word` · 422 `unreadable`
 */
export async function readWord(name: string, bytes: Uint8Array, pictures: KeepPicture): Promise<FileSource> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime !== docx)
    throw new ProblemError(
      415,
      'not-word',
      `“${name}”不是 .docx 文件；请在 Word 或 WPS 中“另存为 .docx”后再导入`,
    );
  try {
    const time = new DrawingTime();
    const { source, losses } = await importThreads.word(bytes, {
      picture: (original, crop) => keptPicture(original, { crop, drawWithin: time.left }, pictures),
      draw: drawnWithin(time),
    });
    const kept = await withKeptPictures(source, pictures);
    return { format: 'html', source: kept.text, losses: losses.map(told) };
  } catch (cause) {
    const words =
      cause instanceof ImportRefused ? cause.message : '读不出这个文件的内容，可能已损坏；请重新保存后再导入';
    throw new ProblemError(422, 'unreadable', `“${name}”：${words}`, { cause });
  }
}
