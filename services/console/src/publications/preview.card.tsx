import { Alert, Card, Image, Space, Tag, Typography } from 'antd';
import type { Rendered } from '../api/hub.types.ts';

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
          <Typography.Text type="secondary" title={`渠道稿哈希 ${rendered.hash}`} style={{ fontSize: 12 }}>
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
      <Drawing rendered={rendered} title={title} />
    </Card>
  );
}

const height = 360;

function Drawing({ rendered: { preview }, title }: { rendered: Rendered; title: string }) {
  if (preview === undefined) return null;
  switch (preview.kind) {
    case 'html': {
      const scale = Math.min(1, 400 / preview.width);
      return (
        <div style={{ height, overflow: 'hidden', border: '1px solid #f0f0f0' }}>
          <iframe
            title={`${title}预览`}
            sandbox=""
            srcDoc={preview.html}
            style={{
              width: preview.width,
              height: height / scale,
              border: 0,
              transform: `scale(${scale})`,
              transformOrigin: '0 0',
            }}
          />
        </div>
      );
    }
    case 'text':
      return (
        <div style={{ maxHeight: height, overflow: 'auto' }}>
          {preview.parts.map((part, i) => (
            <div
              key={i}
              style={{
                background: '#f5f6f7',
                borderRadius: 8,
                padding: '8px 12px',
                marginBottom: 8,
                whiteSpace: 'pre-wrap',
                wordBreak: 'break-all',
              }}
            >
              {part}
              <div style={{ color: '#8a9099', fontSize: 12 }}>
                第 {i + 1}/{preview.parts.length} 条 · {part.length} 字
              </div>
            </div>
          ))}
        </div>
      );
    case 'images':
      return (
        <div style={{ maxHeight: height, overflow: 'auto', background: '#14171c', padding: 8 }}>
          <Image.PreviewGroup>
            {preview.images.map((image, i) => (
              <Image key={i} src={image.dataUrl} alt={image.alt} width="100%" style={{ marginBottom: 6 }} />
            ))}
          </Image.PreviewGroup>
        </div>
      );
  }
}
