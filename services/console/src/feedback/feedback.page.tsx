import { Alert, Space, Typography } from 'antd';
import { FeedbackTable } from './feedback.table.tsx';
import { useFeedback, useFeedbackStep } from './feedback.ts';

export function FeedbackPage() {
  const list = useFeedback();
  const take = useFeedbackStep();
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
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
