import { Empty, Space, Table, Tag, Typography } from 'antd';
import type { Summary } from '../api/hub.types.ts';
import { linkedRow, RowLink } from '../frame/link.tsx';
import { Badges } from './badges.tsx';
import { when } from '../frame/time.ts';

interface Props {
  readonly items: readonly Summary[];
  readonly loading: boolean;
  /** What it says when there are none. */
  readonly none: string;
}

export const PublicationsTable = ({ items, loading, none }: Props) => (
  <Table<Summary>
    rowKey="id"
    size="middle"
    loading={loading}
    dataSource={items}
    pagination={false}
    locale={{ emptyText: <Empty description={none} /> }}
    onRow={linkedRow}
    columns={[
      {
        title: '编号',
        dataIndex: 'id',
        width: 110,
        render: (id: string) => <Typography.Text code>{id}</Typography.Text>,
      },
      { title: '标题', render: (_, row) => <Title of={row} /> },
      {
        title: '状态',
        width: 300,
        render: (_, p) => <Badges of={p} />,
      },
      { title: '更新时间', dataIndex: 'updatedAt', width: 190, render: (at: string) => when(at) },
    ]}
  />
);

const Title = ({ of: { id, lane, title } }: { of: Summary }) => (
  <Space>
    {lane === 'urgent' && <Tag color="red">紧急</Tag>}
    <RowLink to={{ at: 'publication', id }}>{title}</RowLink>
  </Space>
);
