import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Descriptions,
  Drawer,
  Form,
  Input,
  InputNumber,
  Select,
  Space,
  Table,
  Tag,
  Typography,
} from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { ItemOf } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';

type Request = ItemOf<'/api/v1/disclosure-requests'>;
/** What the office does, as the form of each step gives it. */
type Step =
  paths['/api/v1/disclosure-requests/{id}/steps']['post']['requestBody']['content']['application/json'];

const states: Readonly<Record<string, string>> = {
  submitted: '待登记',
  handling: '办理中',
  'correction-asked': '已通知补正',
  abandoned: '视为放弃',
  consulting: '征求意见中',
  answered: '已答复',
  archived: '已归档',
};
const answers = [
  ['already-public', '已主动公开'],
  ['provided', '予以公开'],
  ['refused', '不予公开'],
  ['does-not-exist', '信息不存在'],
  ['another-body', '不属本机关'],
  ['repeated', '重复申请'],
  ['special-law', '依其他规定办理'],
  ['not-a-request', '不属于公开申请'],
] as const;

type Field =
  | 'receivedOn'
  | 'words'
  | 'dueOn'
  | 'description'
  | 'days'
  | 'reason'
  | 'approvedBy'
  | 'with'
  | 'consultation'
  | 'outcome'
  | 'answer';
/** What the office can do in each state, and what it has to say. */
const steps: Readonly<Record<string, readonly { type: string; label: string; ask: readonly Field[] }[]>> = {
  submitted: [{ type: 'confirmReceipt', label: '确认收到', ask: ['receivedOn'] }],
  handling: [
    { type: 'answer', label: '答复', ask: ['answer', 'words'] },
    { type: 'askForCorrection', label: '通知补正', ask: ['words', 'dueOn'] },
    { type: 'extend', label: '延长期限', ask: ['days', 'reason', 'approvedBy'] },
    { type: 'consult', label: '征求意见', ask: ['consultation', 'with'] },
  ],
  'correction-asked': [
    { type: 'takeCorrection', label: '收到补正', ask: ['description'] },
    { type: 'giveUp', label: '视为放弃', ask: [] },
  ],
  consulting: [{ type: 'endConsultation', label: '征求意见结束', ask: ['outcome'] }],
  answered: [{ type: 'archive', label: '归档', ask: [] }],
  abandoned: [{ type: 'archive', label: '归档', ask: [] }],
};
const labels: Readonly<Record<Field, string>> = {
  receivedOn: '收到日期',
  words: '内容',
  dueOn: '补正截止日期',
  description: '补正后的申请内容',
  days: '延长工作日数（≤20）',
  reason: '理由',
  approvedBy: '批准人',
  with: '征求对象',
  consultation: '对象类别',
  outcome: '意见',
  answer: '答复类型',
};

function RequestsPage() {
  const [open, setOpen] = useState<Request>();
  const list = useQuery({
    queryKey: ['disclosure-requests'],
    queryFn: () => answerOf(hub.GET('/api/v1/disclosure-requests')),
    retry: false,
  });
  const current = list.data?.items.find((r) => r.id === open?.id) ?? open;
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        依申请公开
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <Table<Request>
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: '没有申请' }}
        onRow={(row) => ({ onClick: () => setOpen(row), style: { cursor: 'pointer' } })}
        columns={[
          {
            title: '编号',
            dataIndex: 'id',
            render: (id: string) => <Typography.Text code>{id}</Typography.Text>,
          },
          { title: '申请内容', render: (_, r) => r.wanted.description.slice(0, 40) },
          { title: '状态', dataIndex: 'state', render: (s: string) => <Tag>{states[s]}</Tag> },
          { title: '提交', dataIndex: 'submittedOn' },
          { title: '收到', dataIndex: 'receivedOn', render: (d: string | null) => d ?? '—' },
          {
            title: '答复期限',
            dataIndex: 'dueOn',
            render: (d: string | null) =>
              d === null ? (
                '—'
              ) : (
                <Tag color={d < new Date().toISOString().slice(0, 10) ? 'red' : 'blue'}>{d}</Tag>
              ),
          },
        ]}
      />
      {current !== undefined && (
        <Detail key={current.id + current.version} request={current} onClose={() => setOpen(undefined)} />
      )}
    </Space>
  );
}

function Detail({ request, onClose }: { request: Request; onClose: () => void }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<{ type: string; label: string; ask: readonly Field[] }>();
  const take = useMutation({
    mutationFn: ({ answer, consultation, ...values }: Record<string, unknown>) =>
      answerOf(
        hub.POST('/api/v1/disclosure-requests/{id}/steps', {
          params: { path: { id: request.id } },
          body: {
            version: request.version,
            type: step?.type,
            ...values,
            ...(answer === undefined ? {} : { kind: answer }),
            ...(consultation === undefined ? {} : { kind: consultation }),
          } as Step,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['disclosure-requests'] }),
  });
  return (
    <Drawer open size="large" title={`申请 ${request.id}`} onClose={onClose}>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={[
          {
            key: 'who',
            label: '申请人',
            children: `${request.applicant.name}（${request.applicant.contact}）`,
          },
          { key: 'what', label: '申请内容', children: request.wanted.description },
          { key: 'state', label: '状态', children: states[request.state] },
          { key: 'due', label: '答复期限', children: request.dueOn ?? '—（未起算、中止或已办结）' },
          ...(request.extension === null
            ? []
            : [
                {
                  key: 'extension',
                  label: '延期',
                  children: `${request.extension.days} 个工作日：${request.extension.reason}（${request.extension.approvedBy} 批准）`,
                },
              ]),
          ...(request.answer === null
            ? []
            : [
                {
                  key: 'answer',
                  label: '答复',
                  children: `${answers.find(([code]) => code === request.answer?.kind)?.[1] ?? ''}（${request.answer.on}）：${request.answer.words}`,
                },
              ]),
        ]}
      />
      <Space style={{ margin: '16px 0' }} wrap>
        {(steps[request.state] ?? []).map((s) => (
          <Button
            key={s.type}
            type={step?.type === s.type ? 'primary' : 'default'}
            onClick={() => setStep(s)}
          >
            {s.label}
          </Button>
        ))}
      </Space>
      {take.error !== null && (
        <Alert type="error" showIcon title={take.error.message} style={{ marginBottom: 12 }} />
      )}
      {step !== undefined && (
        <Form
          key={step.type}
          layout="vertical"
          onFinish={(values: Record<string, unknown>) => take.mutate(values)}
        >
          {step.ask.map((field) => (
            <Form.Item
              key={field}
              name={field}
              label={labels[field]}
              rules={[{ required: true, message: `请填写${labels[field]}` }]}
            >
              {inputOf(field)}
            </Form.Item>
          ))}
          <Button htmlType="submit" type="primary" loading={take.isPending}>
            确认{step.label}
          </Button>
        </Form>
      )}
    </Drawer>
  );
}

function inputOf(field: Field) {
  if (field === 'receivedOn' || field === 'dueOn') return <Input type="date" />;
  if (field === 'days') return <InputNumber min={1} max={20} />;
  if (field === 'answer') return <Select options={answers.map(([value, label]) => ({ value, label }))} />;
  if (field === 'consultation')
    return (
      <Select
        options={[
          { value: 'third-party', label: '第三方' },
          { value: 'co-maker', label: '共同制作机关' },
        ]}
      />
    );
  return field === 'approvedBy' || field === 'with' ? (
    <Input maxLength={60} />
  ) : (
    <Input.TextArea rows={3} maxLength={2000} />
  );
}

export const screen: Screen = {
  key: 'requests',
  label: '依申请公开',
  group: '目录与期限',
  Page: RequestsPage,
};
