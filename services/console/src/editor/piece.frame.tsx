import { NodeViewWrapper } from '@tiptap/react';
import { Button, Typography } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}

/** Something that stands in one piece between the paragraphs, with its name and the way to take it out. */
export const PieceFrame = ({ title, onRemove, children }: Props) => (
  <NodeViewWrapper>
    <section
      aria-label={title}
      contentEditable={false}
      style={{
        border: '1px solid var(--ant-color-border)',
        borderRadius: 6,
        padding: 12,
        margin: '12px 0',
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: 8 }}>
        <Typography.Text type="secondary">{title}</Typography.Text>
        <Button size="small" type="text" danger onClick={onRemove} aria-label={`删除${title}`}>
          删除
        </Button>
      </div>
      {children}
    </section>
  </NodeViewWrapper>
);
