import type { Editor } from '@tiptap/react';
import type { Media, SourceReading } from '../api/hub.types.ts';
import type { Work } from './busy.ts';
import { pastedSource } from './clipboard.source.ts';
import { opened } from './document.codec.ts';
import type { LibraryPicture } from './picture.library.tsx';
import { keepPicture, picturesAmong } from './picture.upload.ts';
import { readSource } from './reading.ts';

interface Into {
  readonly editor: Editor;
  readonly work: Work;
  /** Pictures that the text may name from now on. */
  readonly onMedia: (media: readonly Media[]) => void;
  /** Something was read; a whole notice says things of itself, too. */
  readonly onRead: (read: SourceReading, isNotice: boolean) => void;
}

/** Adds a picture where the cursor is. Its description is asked for there. */
export const addPictures = (files: readonly File[], { editor, work, onMedia }: Into): boolean => {
  for (const file of files)
    work(async () => {
      const media = await keepPicture(file);
      onMedia([media]);
      editor
        .chain()
        .focus()
        .insertContent({ type: 'image', attrs: { media: media.id } })
        .run();
    });
  return files.length > 0;
};

/** Puts a picture that the house has where the cursor is, with what was said of it before. */
export function reusePicture(
  { media, alt, caption, source }: LibraryPicture,
  { editor, onMedia }: Into,
): void {
  onMedia([media]);
  editor
    .chain()
    .focus()
    .insertContent({ type: 'image', attrs: { media: media.id, alt, caption, source } })
    .run();
}

/** Whether it is taken care of; what is not the editor pastes by itself. */
export function paste(clipboard: DataTransfer, into: Into): boolean {
  const { editor, work } = into;
  const text = clipboard.getData('text/plain');
  const html = clipboard.getData('text/html');
  if (html === '' && addPictures(picturesAmong(clipboard.files), into)) return true;
  const pasted = pastedSource({ html, text }, editor.isEmpty);
  if (pasted === null) return false;
  work(
    async () => insert(await readSource(pasted), !pasted.passage, into),
    // the words are not lost: as plain text they need no reading
    () => editor.chain().focus().insertContent(asParagraphs(text)).run(),
  );
  return true;
}

function insert(read: SourceReading, isNotice: boolean, { editor, onMedia, onRead }: Into): void {
  onMedia(read.media);
  const content = opened(read.body);
  if (isNotice) editor.chain().setContent(content, { emitUpdate: true }).focus('start').run();
  else
    editor
      .chain()
      .focus()
      .insertContent(content.content ?? [])
      .run();
  onRead(read, isNotice);
}

const asParagraphs = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
