import { lossElement } from '@towncrier/content';
import { ImportRefused, importThreads } from '@towncrier/imports';
import { ProblemError } from '../../../http/problem.ts';
import type { FileSource } from './file.source.ts';
import { told } from '../../../publications/losses/told.loss.ts';
import { withKeptPictures, type KeepPicture } from './kept.pictures.ts';

const formats: Readonly<Record<string, FileSource['format']>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/**
 * Text in any encoding that offices use; by the ending of its name it is Markdown, HTML or plain text.
 * @throws ProblemError 422 `unreadable`
 */
export async function readTextFile(
  name: string,
  bytes: Uint8Array,
  pictures: KeepPicture,
): Promise<FileSource> {
  const format = formats[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'text';
  const { text, losses } = await decoded(name, bytes);
  if (format === 'text') return { format, source: text, losses: losses.map(told) };
  const kept = await withKeptPictures(text, pictures);
  const all = [...losses, ...kept.losses];
  const carried = all.length === 0 ? '' : `\n\n${all.map(lossElement).join('')}\n`;
  return { format, source: kept.text + carried, losses: all.map(told) };
}

async function decoded(name: string, bytes: Uint8Array): ReturnType<typeof importThreads.text> {
  try {
    return await importThreads.text(bytes);
  } catch (cause) {
    if (!(cause instanceof ImportRefused)) throw cause;
    throw new ProblemError(422, 'unreadable', `“${name}”：${cause.message}`, { cause });
  }
}
