import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';
import { when } from '../app/words.ts';

type Feedback = ItemOf<'/api/v1/feedback'>;
type Step = 'accept' | 'answer' | 'decline';

const kinds: Readonly<Record<string, string>> = {
  error: '内容纠错',
  question: '咨询',
  complaint: '投诉举报',
  suggestion: '意见建议',
};
const states: Readonly<Record<string, { words: string; colour: string }>> = {
  received: { words: '待受理', colour: 'gold' },
  accepted: { words: '办理中', colour: 'blue' },
  answered: { words: '已答复', colour: 'green' },
  declined: { words: '不予受理', colour: 'default' },
};

function FeedbackPage() {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<{ of: Feedback; type: 'answer' | 'decline' }>();
  const [words, setWords] = useState('');
  const list = useQuery({
    queryKey: ['feedback'],
    queryFn: () => answerOf(hub.GET('/api/v1/feedback')),
    retry: false,
  });
  const take = useMutation({
    mutationFn: ({ of, type, words = '' }: { of: Feedback; type: Step; words?: string }) =>
      answerOf(
        hub.POST('/api/v1/feedback/{id}/steps', {
          params: { path: { id: of.id } },
          body: { version: of.version, ...(type === 'accept' ? { type } : { type, words }) },
        }),
      ),
    onSuccess: () => {
      setAsking(undefined);
      setWords('');
      return queries.invalidateQueries({ queryKey: ['feedback'] });
    },
  });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        公众反馈
      </Typography.Title>
      {[list.error, take.error].map(
        (error) =>
          error !== null && <Alert key={error.message} type="error" showIcon title={error.message} />,
      )}
      <Table<Feedback>
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: '还没有公众反馈' }}
        columns={[
          {
            title: '发布件',
            dataIndex: 'publication',
            render: (id: string) => <a href={`#/publication/${id}`}>{id}</a>,
          },
          { title: '类别', dataIndex: 'kind', render: (k: string) => kinds[k] ?? k },
          { title: '内容', dataIndex: 'words' },
          {
            title: '状态',
            dataIndex: 'state',
            render: (s: string) => <Tag color={states[s]?.colour ?? 'default'}>{states[s]?.words ?? s}</Tag>,
          },
          { title: '收到', dataIndex: 'receivedAt', render: when },
          { title: '期限', dataIndex: 'dueOn', render: (d: string | null) => d ?? '—' },
          {
            title: '办理',
            width: 240,
            render: (_, f) =>
              f.answer !== null ? (
                `${f.answer.by}：${f.answer.words}`
              ) : (
                <Space>
                  {f.state === 'received' && (
                    <Button size="small" onClick={() => take.mutate({ of: f, type: 'accept' })}>
                      受理
                    </Button>
                  )}
                  <Button size="small" type="primary" onClick={() => setAsking({ of: f, type: 'answer' })}>
                    答复
                  </Button>
                  <Button size="small" onClick={() => setAsking({ of: f, type: 'decline' })}>
                    不予受理
                  </Button>
                </Space>
              ),
          },
        ]}
      />
      <Modal
        open={asking !== undefined}
        title={asking?.type === 'decline' ? '不予受理' : '答复'}
        okText="确认"
        okButtonProps={{ disabled: words.trim() === '', loading: take.isPending }}
        onCancel={() => setAsking(undefined)}
        onOk={() => {
          if (asking !== undefined) take.mutate({ ...asking, words });
        }}
      >
        <Input.TextArea
          aria-label="答复内容"
          rows={4}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Modal>
    </Space>
  );
}

export const screen: Screen = { key: 'feedback', label: '公众反馈', group: '目录与期限', Page: FeedbackPage };
