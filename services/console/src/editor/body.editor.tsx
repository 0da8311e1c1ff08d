import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Media, SourceReading } from '../api/hub.types.ts';
import { addPictures, paste, reusePicture } from './body.entries.ts';
import { useWork } from './busy.ts';
import { documentOf, opened, type ModelDocument, type Opening } from './document.codec.ts';
import { editorExtensions } from './editor.extensions.ts';
import { lead, mark, repair, type Noticed } from './finding.marks.ts';
import type { TextPlaces } from '../checks/checking.ts';
import { EditorToolbar } from './editor.toolbar.tsx';
import { useLossesTold } from './losses.told.tsx';
import { PictureLibrary } from './picture.library.tsx';
import { picturesAmong } from './picture.upload.ts';
import './editor.css';

/** The text of a notice, and the pictures it may name. */
export interface WrittenBody {
  /** Null while nothing is written. */
  readonly document: ModelDocument | null;
  readonly media: readonly Media[];
}

interface Props {
  /** From the form, as the value is. */
  readonly id?: string;
  readonly value?: WrittenBody;
  readonly onChange?: (value: WrittenBody) => void;
  /** A whole notice was pasted into an empty page: what it says of itself. Its text stands here already. */
  readonly onNotice: (read: SourceReading) => void;
  /** What was noticed in it. */
  readonly noticed?: Noticed;
  /** Told who leads to places in it; null when nobody does any longer. */
  readonly onPlaces?: (places: TextPlaces | null) => void;
}

const nothing: WrittenBody = { document: null, media: [] };
const emptyPage = { type: 'doc', content: [{ type: 'paragraph' }] };
const contentOf = (document: ModelDocument | null) => (document === null ? emptyPage : opened(document));

/** The text as on paper. What is pasted is read by the hub, so that what it leaves out is told. */
export function BodyEditor({ id, value = nothing, onChange, onNotice, noticed, onPlaces }: Props) {
  const tellLosses = useLossesTold();
  const { isBusy, work } = useWork();
  const [browsing, browse] = useState(false);
  const [said] = useState(() => new LastSaid(value));
  const say = (more: Partial<WrittenBody>): void => {
    const body = { ...said.body, ...more };
    if (said.isNews(body)) onChange?.(body);
  };
  const opening = useRef<Opening | undefined>(undefined);
  const into = (editor: Editor) => ({
    editor,
    work,
    onMedia: (media: readonly Media[]) => say({ media: united(said.body.media, media) }),
    onRead: (read: SourceReading, isNotice: boolean) => {
      if (isNotice) onNotice(read);
      tellLosses(read.losses);
    },
  });
  const editor: Editor = useEditor({
    extensions: editorExtensions,
    content: contentOf(value.document),
    editorProps: {
      attributes: {
        ...(id === undefined ? {} : { id }),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '正文',
      },
      handlePaste: (_view, { clipboardData }) => clipboardData !== null && paste(clipboardData, into(editor)),
      handleDrop: (_view, { dataTransfer }, _slice, isMove) =>
        !isMove && addPictures(picturesAmong(dataTransfer?.files), into(editor)),
    },
    onCreate: ({ editor: made }) => {
      opening.current = openingOf(value.document, made);
    },
    onUpdate: ({ editor: now }) => say({ document: documentOf(now.getJSON(), opening.current) }),
  });

  // What stands here is another text when the form was given one: a file was read.
  useEffect(() => {
    if (!said.isNews(value)) return;
    editor.chain().setContent(contentOf(value.document), { emitUpdate: false }).setTextSelection(0).run();
    opening.current = openingOf(value.document, editor);
  }, [value, editor, said]);

  useNoticed(editor, noticed, onPlaces);

  return (
    <Spin spinning={isBusy} description="正在读取…">
      <div className="towncrier-editor">
        <EditorToolbar
          editor={editor}
          onPicture={(file) => addPictures([file], into(editor))}
          onLibrary={() => browse(true)}
        />
        <EditorContent editor={editor} />
      </div>
      {browsing && (
        <PictureLibrary
          onClose={() => browse(false)}
          onChoose={(picture) => {
            browse(false);
            reusePicture(picture, into(editor));
          }}
        />
      )}
    </Spin>
  );
}

/** Shows what was noticed, and leads to it. */
function useNoticed(editor: Editor, noticed: Noticed | undefined, onPlaces: Props['onPlaces']): void {
  useEffect(() => {
    if (noticed !== undefined) mark(editor, noticed);
  }, [editor, noticed]);
  const body = noticed?.body;
  useEffect(() => {
    if (body === undefined) return undefined;
    onPlaces?.({
      lead: (finding) => lead(editor, body, finding),
      repair: (finding) => repair(editor, body, finding),
    });
    return () => onPlaces?.(null);
  }, [editor, body, onPlaces]);
}

/** What the form was told last: what it says back is no news. */
class LastSaid {
  constructor(public body: WrittenBody) {}

  isNews(body: WrittenBody): boolean {
    const isNews = body !== this.body;
    this.body = body;
    return isNews;
  }
}

const openingOf = (document: ModelDocument | null, editor: Editor): Opening | undefined =>
  document === null ? undefined : { document, shown: editor.getJSON() };

const united = (known: readonly Media[], more: readonly Media[]): readonly Media[] => [
  ...known,
  ...more.filter(({ id }) => known.every((one) => one.id !== id)),
];
