import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Space, Table, Tag, Typography } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { go } from '../app/route.ts';
import type { Screen } from '../app/screens.ts';
import { publicationStates, stages, when } from '../app/words.ts';

type Waiting = ItemOf<'/api/v1/reviews'>;

function ReviewsPage() {
  const queue = useQuery({
    queryKey: ['publications', 'reviews'],
    queryFn: () => answerOf(hub.GET('/api/v1/reviews')),
    refetchInterval: 5000,
  });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        待我办理
      </Typography.Title>
      {queue.error !== null && <Alert type="error" showIcon title={queue.error.message} />}
      <Table<Waiting>
        rowKey="id"
        size="middle"
        loading={queue.isPending}
        dataSource={queue.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty description="没有等待您办理的稿件" /> }}
        onRow={(row) => ({
          onClick: () => go({ at: 'publication', id: row.id }),
          style: { cursor: 'pointer' },
        })}
        columns={[
          {
            title: '标题',
            dataIndex: 'title',
            render: (title: string, row) => (
              <Space>
                {row.lane === 'urgent' && <Tag color="red">紧急</Tag>}
                <a href={`#/publication/${row.id}`}>{title}</a>
              </Space>
            ),
          },
          { title: '单位', dataIndex: 'organisation', width: 130 },
          { title: '环节', width: 220, render: (_, row) => whatFor(row) },
          { title: '领取', width: 140, render: (_, row) => row.editions.at(-1)?.claim?.by ?? '未领取' },
          { title: '送达', dataIndex: 'updatedAt', width: 190, render: when },
        ]}
      />
    </Space>
  );
}

function whatFor(row: Waiting) {
  const owed = row.urgentReleases.find((r) => r.review === null);
  if (owed !== undefined) return <Tag color="volcano">补审，限 {when(owed.reviewDueAt)}</Tag>;
  const stage = row.editions.at(-1)?.waitsFor;
  return (
    <Tag color={publicationStates[row.state].colour}>
      {stage == null ? publicationStates[row.state].words : stages[stage]}
    </Tag>
  );
}

export const screen: Screen = { key: 'reviews', label: '待我办理', group: '编审', Page: ReviewsPage };
