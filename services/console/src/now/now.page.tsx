import { Drawer, Space, Spin, Typography } from 'antd';
import { ChannelCard } from '../channels/channel.card.tsx';
import { useChannels } from '../channels/channels.ts';
import { PageLink } from '../frame/link.tsx';
import { useOpened } from '../frame/opened.tsx';
import { Page } from '../frame/page.tsx';
import { when } from '../frame/time.ts';
import { AlarmList } from './alarm.list.tsx';
import { MovedTable } from './moved.table.tsx';
import { useNow, type Now } from './now.ts';
import { TileCard } from './tile.card.tsx';

/** The operator's first page: what calls for somebody, how each channel does, and what has just changed. */
export function NowPage() {
  const now = useNow();
  return (
    <Page
      title="现在"
      beside={
        <Space wrap>
          {now.data !== undefined && <span>{when(now.data.at)} 的情况</span>}
          <PageLink to={{ at: 'trends' }}>走势</PageLink>
          <PageLink to={{ at: 'wall' }}>值班大屏</PageLink>
        </Space>
      }
      errors={[now.error]}
    >
      {now.data === undefined ? now.isPending && <Spin /> : <All now={now.data} />}
      <ChannelDrawer />
    </Page>
  );
}

const All = ({ now: { alarms, tiles, moved } }: { readonly now: Now }) => (
  <>
    <AlarmList alarms={alarms} />
    <Typography.Title level={2}>渠道（近 24 小时）</Typography.Title>
    {tiles.length === 0 && <p>没有渠道在线。请检查各渠道服务是否已启动。</p>}
    <div className="towncrier-tiles">
      {tiles.map((tile) => (
        <TileCard key={tile.channel} tile={tile} />
      ))}
    </div>
    <Typography.Title level={2}>15 分钟内的变化</Typography.Title>
    <MovedTable
      moved={moved}
      titleOf={(channel) => tiles.find((tile) => tile.channel === channel)?.title ?? channel}
    />
  </>
);

/** What a channel says of itself, for the one that the address names. */
function ChannelDrawer() {
  const { open, close } = useOpened();
  const channels = useChannels();
  const channel = channels.data?.find(({ id }) => id === open);
  return (
    <Drawer open={channel !== undefined} size="large" title={channel?.title} onClose={close}>
      {channel !== undefined && <ChannelCard channel={channel} />}
    </Drawer>
  );
}
