import type { NodeViewProps } from '@tiptap/react';
import { PieceFrame } from './piece.frame.tsx';

export const AttachmentPiece = ({ node, deleteNode }: NodeViewProps) => (
  <PieceFrame title="附件" onRemove={deleteNode}>
    <a href={String(node.attrs['href'])} target="_blank" rel="noreferrer">
      {String(node.attrs['name'])}
    </a>
  </PieceFrame>
);

export const DividerPiece = ({ deleteNode }: NodeViewProps) => (
  <PieceFrame title="分隔线" onRemove={deleteNode} />
);
