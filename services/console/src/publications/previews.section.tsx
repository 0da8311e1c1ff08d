import { Alert, Typography } from 'antd';
import type { Composing } from './composer.ts';
import { PreviewStrip } from './preview.strip.tsx';

/** How what is written would look on each channel, and what the import noticed in it. */
export function PreviewsSection({ composing }: { composing: Composing }) {
  const { previews, source, channels, chosen } = composing;
  return (
    <>
      {previews.error !== null && source?.source.trim() !== '' && (
        <Alert type="warning" showIcon title={previews.error.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      {previews.data?.findings.map((f) => (
        <Alert
          key={f.field + f.message}
          type={f.severity === 'block' ? 'error' : 'info'}
          showIcon
          title={`${f.message}${f.remedy}`}
        />
      ))}
      {previews.data !== undefined && (
        <>
          <Typography.Title level={2} style={{ margin: 0 }}>
            各渠道预览{previews.isFetching ? '（更新中…）' : ''}
          </Typography.Title>
          <PreviewStrip channels={channels.data} renditions={previews.data.renditions} only={chosen} />
        </>
      )}
    </>
  );
}
