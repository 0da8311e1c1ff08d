import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { App, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Media, SourceReading } from '../api/hub.types.ts';
import { pastedSource } from './clipboard.source.ts';
import { documentOf, opened, type ModelDocument, type Opening } from './document.codec.ts';
import { editorExtensions } from './editor.extensions.ts';
import { EditorToolbar } from './editor.toolbar.tsx';
import { useLossesTold } from './losses.told.tsx';
import { keepPicture, picturesAmong } from './picture.upload.ts';
import { readSource } from './reading.ts';
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
}

const nothing: WrittenBody = { document: null, media: [] };
const emptyPage = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The text as on paper. What is pasted is read by the hub, so that what it leaves out is told. */
export function BodyEditor({ id, value = nothing, onChange, onNotice }: Props) {
  const { message } = App.useApp();
  const tellLosses = useLossesTold();
  const [isReading, setReading] = useState(false);
  const said = useRef(value);
  const opening = useRef<Opening | undefined>(undefined);
  const open = (document: ModelDocument | null, into: Editor): void => {
    opening.current = document === null ? undefined : { document, shown: into.getJSON() };
  };
  const say = (next: WrittenBody): void => {
    said.current = next;
    onChange?.(next);
  };
  const editor = useEditor({
    extensions: editorExtensions,
    content: value.document === null ? emptyPage : opened(value.document),
    editorProps: {
      attributes: {
        ...(id === undefined ? {} : { id }),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '正文',
      },
      handlePaste: (_view, event) => {
        const { clipboardData } = event;
        return clipboardData !== null && paste(clipboardData);
      },
      handleDrop: (_view, event, _slice, isMove) => !isMove && take(picturesAmong(event.dataTransfer?.files)),
    },
    onCreate: ({ editor: made }) => open(value.document, made),
    onUpdate: ({ editor: now }) =>
      say({ ...said.current, document: documentOf(now.getJSON(), opening.current) }),
  });

  // What stands here is another text when the form was given one: a file was read.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    const content = value.document === null ? emptyPage : opened(value.document);
    editor.chain().setContent(content, { emitUpdate: false }).setTextSelection(0).run();
    open(value.document, editor);
  }, [value, editor]);

  const work = (doing: () => Promise<void>, instead: () => void = () => undefined): void => {
    setReading(true);
    doing()
      .catch((error: unknown) => {
        instead();
        void message.error(error instanceof Error ? error.message : String(error));
      })
      .finally(() => setReading(false));
  };

  const addPicture = async (file: File): Promise<void> => {
    const media = await keepPicture(file);
    if (said.current.media.every(({ id: known }) => known !== media.id))
      say({ ...said.current, media: [...said.current.media, media] });
    editor
      .chain()
      .focus()
      .insertContent({ type: 'image', attrs: { media: media.id } })
      .run();
  };
  const take = (files: readonly File[]): boolean => {
    for (const file of files) work(() => addPicture(file));
    return files.length > 0;
  };

  const paste = (clipboard: DataTransfer): boolean => {
    const text = clipboard.getData('text/plain');
    const html = clipboard.getData('text/html');
    if (html === '' && take(picturesAmong(clipboard.files))) return true;
    const pasted = pastedSource({ html, text }, editor.isEmpty);
    if (pasted === null) return false;
    work(
      async () => insert(editor, await readSource(pasted), !pasted.passage),
      // the words are not lost: as plain text they need no reading
      () => editor.chain().focus().insertContent(asParagraphs(text)).run(),
    );
    return true;
  };
  const insert = (into: Editor, read: SourceReading, isNotice: boolean): void => {
    const known = new Set(said.current.media.map(({ id: picture }) => picture));
    const media = [...said.current.media, ...read.media.filter(({ id: picture }) => !known.has(picture))];
    said.current = { ...said.current, media };
    if (isNotice) into.chain().setContent(opened(read.body), { emitUpdate: true }).focus('start').run();
    else
      into
        .chain()
        .focus()
        .insertContent(opened(read.body).content ?? [])
        .run();
    if (isNotice) onNotice(read);
    tellLosses(read.losses);
  };

  return (
    <Spin spinning={isReading} description="正在读取…">
      <div className="towncrier-editor">
        <EditorToolbar editor={editor} onPicture={(file) => work(() => addPicture(file))} />
        <EditorContent editor={editor} />
      </div>
    </Spin>
  );
}

const asParagraphs = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
