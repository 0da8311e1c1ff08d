import { Alert, Card, Space, Tag, Typography } from 'antd';
import type { Rendered } from '../api/hub.types.ts';
import { Omissions } from './omissions.list.tsx';
import { Drawing } from './preview.drawing.tsx';

/** One channel's own drawing of what it would send. */
export function PreviewCard({ title, rendered }: { title: string; rendered: Rendered }) {
  const blocked = rendered.problems.length > 0;
  return (
    <Card
      size="small"
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
