import { Table, Tag } from 'antd';
import type { Channel } from '../api/hub.types.ts';
import { titleOf } from '../channels/channels.ts';
import { Word } from '../session/words.tsx';

interface Props {
  readonly ids: readonly string[];
  readonly channels: readonly Channel[] | undefined;
  readonly of: 'withdraw' | 'correct';
}
interface Row {
  readonly id: string;
  readonly channel: Channel | undefined;
}

/** What will become of it on each channel, as the channel itself declares. */
export function ConsequenceTable({ ids, channels, of }: Props) {
  const rows = ids.map((id): Row => ({ id, channel: channels?.find((c) => c.id === id) }));
  const way = { title: '方式', width: 190, render: (_: unknown, row: Row) => <Way of={row} /> };
  return (
    <Table<Row>
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={rows}
      columns={[
        { title: '渠道', width: 130, render: (_, { id }) => titleOf(channels, id) },
        ...(of === 'withdraw' ? [way] : []),
        { title: '结果', render: (_, { channel }) => channel?.can.consequences[of] ?? '渠道恢复后送达' },
      ]}
    />
  );
}

function Way({ of: { channel } }: { of: Row }) {
  if (channel === undefined) return <Tag>离线</Tag>;
  const { recall } = channel.can;
  const staysSomewhere = recall === 'follow-up' || recall === 'mark';
  return (
    <Tag color={staysSomewhere ? 'orange' : 'green'}>
      <Word on="now" field="recall" of={recall} />
    </Tag>
  );
}
