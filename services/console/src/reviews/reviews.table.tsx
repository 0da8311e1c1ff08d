import { Empty, Space, Table, Tag } from 'antd';
import type { ItemOf } from '../api/hub.types.ts';
import { go } from '../app/route.ts';
import { publicationStates, when } from '../app/words.ts';

export type Waiting = ItemOf<'/api/v1/reviews'>;

export const ReviewsTable = ({ items, loading }: { items: readonly Waiting[]; loading: boolean }) => (
  <Table<Waiting>
    rowKey="id"
    size="middle"
    loading={loading}
    dataSource={items}
    pagination={false}
    locale={{ emptyText: <Empty description="没有等待您办理的稿件" /> }}
    onRow={(row) => ({
      onClick: () => go({ at: 'publication', id: row.id }),
      style: { cursor: 'pointer' },
    })}
    columns={[
      { title: '标题', render: (_, row) => <Title of={row} /> },
      { title: '单位', dataIndex: 'organisation', width: 130 },
      { title: '环节', width: 220, render: (_, row) => <WhatFor of={row} /> },
      { title: '领取', width: 140, render: (_, row) => row.editions.at(-1)?.claim?.by ?? '未领取' },
      { title: '送达', dataIndex: 'updatedAt', width: 190, render: when },
    ]}
  />
);

const Title = ({ of: { id, lane, title } }: { of: Waiting }) => (
  <Space>
    {lane === 'urgent' && <Tag color="red">紧急</Tag>}
    <a href={`#/publication/${id}`}>{title}</a>
  </Space>
);

function WhatFor({ of: { urgentReleases, editions, state, stateTitle } }: { of: Waiting }) {
  const owed = urgentReleases.find((r) => r.review === null);
  if (owed !== undefined) return <Tag color="volcano">补审，限 {when(owed.reviewDueAt)}</Tag>;
  return <Tag color={publicationStates[state].colour}>{editions.at(-1)?.waitsForTitle ?? stateTitle}</Tag>;
}
