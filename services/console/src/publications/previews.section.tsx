import { Alert, Card, Space, Typography } from 'antd';
import type { Channel } from '../api/hub.types.ts';
import { ChecksPanel } from '../checks/checks.panel.tsx';
import { OwnWordsFields, StrayOwnWords, useOwnWords } from '../own-words/own.words.fields.tsx';
import { stateIn } from '../own-words/own.words.ts';
import { OwnStateTag } from '../own-words/own.words.tag.tsx';
import type { Composing } from './composer.ts';
import { PreviewStrip } from './preview.strip.tsx';

/** How what is written would look on each channel, and what was noticed in it. */
export function PreviewsSection({ composing }: { composing: Composing }) {
  const { previews, source, channels, chosen, form, checking } = composing;
  const { own } = useOwnWords(form);
  const known = channels.data ?? [];
  const beside = { form, mainText: previews.data?.mainText, findings: checking.findings };
  return (
    <>
      {previews.error !== null && source?.source.trim() !== '' && (
        <Alert type="warning" showIcon title={previews.error.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      <ChecksPanel checking={checking} />
      {channels.data !== undefined && <StrayOwnWords form={form} channels={known} />}
      {previews.data !== undefined && (
        <>
          <Typography.Title level={2} style={{ margin: 0 }}>
            各渠道预览{previews.isFetching ? '（更新中…）' : ''}
          </Typography.Title>
          <PreviewStrip
            channels={channels.data}
            renditions={previews.data.renditions}
            only={chosen}
            ownOf={(id) => stateIn(known, own, id)}
            fieldsOf={({ channel: id, parts }) => {
              const channel = known.find((one) => one.id === id);
              return channel && <OwnWordsFields channel={channel} stands={parts} beside={beside} />;
            }}
          />
          <OffCards channels={known.filter(({ id }) => !chosen.includes(id))} />
        </>
      )}
    </>
  );
}

/** Channels that it does not go to. */
const OffCards = ({ channels }: { channels: readonly Channel[] }) =>
  channels.map(({ id, title }) => (
    <Card
      key={id}
      size="small"
      title={
        <Space>
          {title}
          <OwnStateTag state="off" />
        </Space>
      }
    >
      <Typography.Text type="secondary">本件不发往该渠道；需要时请在“渠道”里选上。</Typography.Text>
    </Card>
  ));
