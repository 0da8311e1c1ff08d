import type { NodeViewProps } from '@tiptap/react';
import { Labelled } from './labelled.tsx';
import { PieceFrame } from './piece.frame.tsx';

const lines = [
  { key: 'name', label: '单位或窗口', max: 100, isNeeded: true },
  { key: 'phone', label: '电话', max: 60, isNeeded: false },
  { key: 'address', label: '地址', max: 200, isNeeded: false },
  { key: 'hours', label: '办公时间', max: 100, isNeeded: false },
] as const;

/** Whom to ask, where and when. */
export const ContactPiece = ({ node, updateAttributes, deleteNode }: NodeViewProps) => (
  <PieceFrame title="联系方式" onRemove={deleteNode}>
    {lines.map(({ key, ...line }) => (
      <Labelled
        key={key}
        {...line}
        value={node.attrs[key]}
        onChange={(words) => updateAttributes({ [key]: words })}
      />
    ))}
  </PieceFrame>
);
