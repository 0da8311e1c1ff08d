import { Table, Tag } from 'antd';
import { Wide } from '../frame/wide.tsx';
import { feedbackColours } from '../frame/colours.ts';
import { PageLink } from '../frame/link.tsx';
import { when } from '../frame/time.ts';
import { StepBar } from '../steps/step.bar.tsx';
import type { Feedback, useFeedbackStep } from './feedback.ts';

interface Props {
  readonly items: readonly Feedback[];
  readonly loading: boolean;
  readonly take: ReturnType<typeof useFeedbackStep>;
}

export const FeedbackTable = ({ items, loading, take }: Props) => (
  <Wide label="公众反馈">
    <Table<Feedback>
      rowKey="id"
      size="small"
      loading={loading}
      dataSource={items}
      pagination={false}
      locale={{ emptyText: '还没有公众反馈' }}
      columns={[
        {
          title: '发布件',
          dataIndex: 'publication',
          render: (id: string) => <PageLink to={{ at: 'publication', id }}>{id}</PageLink>,
        },
        { title: '类别', dataIndex: 'kindTitle' },
        { title: '内容', dataIndex: 'words' },
        {
          title: '状态',
          render: (_, f) => <Tag color={feedbackColours[f.state]}>{f.stateTitle}</Tag>,
        },
        { title: '收到', dataIndex: 'receivedAt', render: when },
        { title: '期限', dataIndex: 'dueOn', render: (d: string | null) => d ?? '—' },
        { title: '办理', width: 260, render: (_, f) => <Handling of={f} take={take} /> },
      ]}
    />
  </Wide>
);

const Handling = ({ of, take }: { of: Feedback; take: Props['take'] }) =>
  of.answer === null ? (
    <StepBar
      small
      steps={of.steps}
      busy={take.isPending}
      onTake={(step, answers) => take.mutateAsync({ of, step, answers })}
    />
  ) : (
    <>
      {of.answer.by}：{of.answer.words}
    </>
  );
