import { Tag } from 'antd';
import type { Attachment } from './file.buttons.tsx';

interface Props {
  readonly attachments: readonly Attachment[];
  readonly onChange: (left: readonly Attachment[]) => void;
}

/** The files that go with the text, each to be taken off again. */
export const AttachmentTags = ({ attachments, onChange }: Props) =>
  attachments.length === 0 ? null : (
    <div style={{ marginBottom: 8 }}>
      附件：
      {attachments.map((a) => (
        <Tag key={a.href} closable onClose={() => onChange(attachments.filter((other) => other !== a))}>
          {a.name}
        </Tag>
      ))}
    </div>
  );
