import { Alert } from 'antd';
import { Page, Trouble } from '../frame/page.tsx';
import { ChannelCard } from './channel.card.tsx';
import { useChannels } from './channels.ts';

export function ChannelsPage() {
  const channels = useChannels();
  if (channels.error !== null) return <Trouble errors={[channels.error]} />;
  return (
    <Page title="渠道">
      {channels.data?.length === 0 && (
        <Alert type="warning" showIcon title="没有渠道在线。请检查各渠道服务是否已启动。" />
      )}
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))',
          gap: 16,
        }}
      >
        {channels.data?.map((c) => (
          <ChannelCard key={c.id} channel={c} />
        ))}
      </div>
    </Page>
  );
}
