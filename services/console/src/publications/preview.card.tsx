import { Alert, Card, Space, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { Rendered } from '../api/hub.types.ts';
import { OwnStateTag, type OwnState } from '../own-words/own.words.tag.tsx';
import { Omissions } from './omissions.list.tsx';
import { Drawing } from './preview.drawing.tsx';

interface Props {
  readonly title: string;
  readonly rendered: Rendered;
  /** Absent where nobody knows. */
  readonly own?: OwnState | undefined;
  /** What may be written for this channel alone. */
  readonly children?: ReactNode;
}

/** One channel's own drawing of what it would send. */
export function PreviewCard({ title, rendered, own, children }: Props) {
  const blocked = rendered.problems.length > 0;
  return (
    <Card
      size="small"
      id={`channels_${rendered.channel}`}
      tabIndex={-1}
      title={
        <Space>
          {title}
          {blocked ? (
            <Tag color={rendered.preview === undefined ? 'red' : 'gold'}>
              {rendered.problems.length} 个问题
            </Tag>
          ) : (
            <Tag color="green">可发布</Tag>
          )}
          {own !== undefined && <OwnStateTag state={own} />}
        </Space>
      }
      extra={
        rendered.hash !== undefined && (
          <Typography.Text
            type="secondary"
            title={`渠道稿哈希 ${rendered.hash}`}
            style={{ fontSize: 'var(--ant-font-size-sm)' }}
          >
            {rendered.hash.slice(0, 10)}
          </Typography.Text>
        )
      }
    >
      {rendered.problems.map((p) => (
        <Alert
          key={p.field + p.message}
          type="error"
          showIcon
          title={p.message}
          description={p.remedy}
          style={{ marginBottom: 8 }}
        />
      ))}
      {children}
      {(rendered.notes ?? []).map((note) => (
        <Typography.Paragraph key={note} type="secondary" style={{ marginBottom: 8 }}>
          {note}
        </Typography.Paragraph>
      ))}
      <Omissions omitted={rendered.omitted} />
      {rendered.preview !== undefined && <Drawing preview={rendered.preview} title={title} />}
    </Card>
  );
}
