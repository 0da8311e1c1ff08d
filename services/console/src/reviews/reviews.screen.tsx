import { useQuery } from '@tanstack/react-query';
import { Alert, Space, Typography } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Screen } from '../app/screens.ts';
import { ReviewsTable } from './reviews.table.tsx';

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
      <ReviewsTable items={queue.data?.items ?? []} loading={queue.isPending} />
    </Space>
  );
}

export const screen: Screen = { key: 'reviews', label: '待我办理', group: '编审', Page: ReviewsPage };
