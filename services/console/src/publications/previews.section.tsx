import { Alert, Typography } from 'antd';
import { ChecksPanel } from '../checks/checks.panel.tsx';
import type { Composing } from './composer.ts';
import { PreviewStrip } from './preview.strip.tsx';

/** How what is written would look on each channel, and what was noticed in it. */
export function PreviewsSection({ composing }: { composing: Composing }) {
  const { previews, source, channels, chosen } = composing;
  return (
    <>
      {previews.error !== null && source?.source.trim() !== '' && (
        <Alert type="warning" showIcon title={previews.error.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      <ChecksPanel checking={composing.checking} />
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
