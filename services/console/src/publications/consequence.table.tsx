import { Table, Tag } from 'antd';
import type { Channel } from '../api/hub.types.ts';
import { recalls } from '../app/words.ts';
import { titleOf } from '../channels/channels.ts';

/** What will become of it on each channel, as the channel itself declares. */
export function ConsequenceTable({
  ids,
  channels,
  of,
}: {
  ids: readonly string[];
  channels: readonly Channel[] | undefined;
  of: 'withdraw' | 'correct';
}) {
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={ids.map((id) => ({ id, channel: channels?.find((c) => c.id === id) }))}
      columns={[
        { title: '渠道', width: 130, render: (_, { id }) => titleOf(channels, id) },
        ...(of === 'withdraw'
          ? [
              {
                title: '方式',
                width: 190,
                render: (_: unknown, { channel }: { channel: Channel | undefined }) =>
                  channel === undefined ? (
                    <Tag>离线</Tag>
                  ) : (
                    <Tag
                      color={
                        channel.can.recall === 'follow-up' || channel.can.recall === 'mark'
                          ? 'orange'
                          : 'green'
                      }
                    >
                      {recalls[channel.can.recall]}
                    </Tag>
                  ),
              },
            ]
          : []),
        { title: '结果', render: (_, { channel }) => channel?.can.consequences[of] ?? '渠道恢复后送达' },
      ]}
    />
  );
}
