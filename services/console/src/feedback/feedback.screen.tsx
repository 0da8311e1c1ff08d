import { Alert, Space, Typography } from 'antd';
import type { Screen } from '../frame/screen.ts';
import { FeedbackTable } from './feedback.table.tsx';
import { useFeedback, useFeedbackStep } from './feedback.ts';

function FeedbackPage() {
  const list = useFeedback();
  const take = useFeedbackStep();
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        公众反馈
      </Typography.Title>
      {[list.error, take.error].map(
        (error) =>
          error !== null && <Alert key={error.message} type="error" showIcon title={error.message} />,
      )}
      <FeedbackTable items={list.data?.items ?? []} loading={list.isPending} take={take} />
    </Space>
  );
}

export const screen: Screen = { key: 'feedback', label: '公众反馈', group: '目录与期限', Page: FeedbackPage };
