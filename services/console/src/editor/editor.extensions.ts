import type { Extensions } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { ComponentType } from 'react';
import { ContactPiece } from './contact.piece.tsx';
import { FindingMarks } from './finding.marks.ts';
import { modelExtensions, pieceNode, pieces, type Piece } from './document.schema.ts';
import { FactsPiece } from './facts.piece.tsx';
import { PicturePiece } from './picture.piece.tsx';
import { AttachmentPiece, DividerPiece } from './small.pieces.tsx';

const shown: Readonly<Record<Piece, ComponentType<ReactNodeViewProps>>> = {
  image: PicturePiece,
  keyFacts: FactsPiece,
  contact: ContactPiece,
  attachment: AttachmentPiece,
  divider: DividerPiece,
};

/** The model, with each piece filled in where it stands. */
export const editorExtensions: Extensions = [
  ...modelExtensions,
  ...pieces.map((name) =>
    pieceNode(name).extend({
      addNodeView: () => ReactNodeViewRenderer(shown[name], { stopEvent: () => true }),
    }),
  ),
  FindingMarks,
  UndoRedo,
  Gapcursor,
  Dropcursor,
  Placeholder.configure({ placeholder: '在此书写；也可以粘贴 Word、WPS、网页或表格里的内容' }),
];
