import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, Select, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { ItemOf } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';

type Obligation = ItemOf<'/api/v1/obligations'>;
type Asked = paths['/api/v1/deadlines/compute']['post']['requestBody']['content']['application/json'];

const states = { met: ['已公开', 'green'], open: ['未到期', 'blue'], overdue: ['已逾期', 'red'] } as const;

function DeadlinesPage() {
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        期限
      </Typography.Title>
      <Card size="small" title="算期限">
        <Compute />
      </Card>
      <Card size="small" title="定期公开的事项">
        <Obligations />
      </Card>
    </Space>
  );
}

function Compute() {
  const rules = useQuery({
    queryKey: ['deadline-rules'],
    queryFn: () => answerOf(hub.GET('/api/v1/deadlines/rules')),
  });
  const compute = useMutation({
    mutationFn: (body: Asked) => answerOf(hub.POST('/api/v1/deadlines/compute', { body })),
  });
  const [form] = Form.useForm<Asked>();
  const rule = Form.useWatch('rule', form);
  const chosen = rules.data?.items.find((r) => r.id === rule);
  return (
    <>
      <Form form={form} layout="inline" style={{ rowGap: 8 }} onFinish={(given) => compute.mutate(given)}>
        <Form.Item name="rule" rules={[{ required: true, message: '请选择' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: 420 }}
            placeholder="哪一种期限"
            options={(rules.data?.items ?? []).map((r) => ({
              value: r.id,
              label: `${r.matter}（${r.basis}）${r.verified ? '' : '·待核'}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="from"
          label={chosen?.kind === 'notice-period' ? '公示自' : '起算之日'}
          rules={[{ required: true, message: '请填写日期' }]}
        >
          <Input type="date" />
        </Form.Item>
        {chosen?.kind === 'notice-period' && (
          <Form.Item name="to" label="至" rules={[{ required: true, message: '请填写日期' }]}>
            <Input type="date" />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={compute.isPending}>
          计算
        </Button>
      </Form>
      {compute.error !== null && (
        <Alert type="error" showIcon title={compute.error.message} style={{ marginTop: 12 }} />
      )}
      {compute.data !== undefined && (
        <Alert
          type={compute.data.problem === null ? 'success' : 'error'}
          showIcon
          title={compute.data.problem ?? `${compute.data.dueOn ?? ''} 届满`}
          description={compute.data.explanation}
          style={{ marginTop: 12 }}
        />
      )}
      <Typography.Paragraph type="secondary" style={{ marginTop: 12, marginBottom: 0 }}>
        已有工作日历的年份：{rules.data?.years.join('、') ?? '—'}。没有日历的年份不计算；公布后放到数据目录
        calendar/ 即可。
      </Typography.Paragraph>
    </>
  );
}

function Obligations() {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const list = useQuery({
    queryKey: ['obligations', year],
    queryFn: async () =>
      (await answerOf(hub.GET('/api/v1/obligations', { params: { query: { year } } }))).items,
    retry: false,
  });
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Space>
        年份
        <Input
          type="number"
          value={year}
          onChange={(event) => setYear(Number(event.target.value))}
          style={{ width: 100 }}
        />
      </Space>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <Table<Obligation>
        rowKey={(o) => `${o.item}${o.dueOn}${o.nth}`}
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={{ pageSize: 15, showSizeChanger: false }}
        columns={[
          { title: '期限', dataIndex: 'dueOn', width: 120 },
          { title: '编码', dataIndex: 'item', width: 110 },
          { title: '事项', dataIndex: 'name' },
          { title: '主体', dataIndex: 'body' },
          { title: '牵头', dataIndex: 'lead' },
          {
            title: '状态',
            width: 100,
            render: (_, o) => <Tag color={states[o.state][1]}>{states[o.state][0]}</Tag>,
          },
          {
            title: '发布件',
            width: 120,
            render: (_, o) =>
              o.publication === null ? '—' : <a href={`#/publication/${o.publication}`}>{o.publication}</a>,
          },
        ]}
      />
    </Space>
  );
}

export const screen: Screen = { key: 'deadlines', label: '期限', group: '目录与期限', Page: DeadlinesPage };
