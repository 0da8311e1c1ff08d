import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Popconfirm, Select, Space, Table, Tag } from 'antd';
import { call } from '../api/api.client.ts';
import { may, useSession } from '../session/session.ts';

interface Closed {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly code: string;
  readonly basis: string;
  readonly reason: string;
  readonly organisation: string;
  readonly reviewOn: string;
  readonly article: string;
  readonly state: 'closed' | 'opened';
  readonly reviewDue: boolean;
}

export function ClosedPanel() {
  const queries = useQueryClient();
  const session = useSession().data;
  const keeps = may(session, 'disclosure-officer') || may(session, 'secrecy-reviewer');
  const codes = useQuery({
    queryKey: ['deny-codes'],
    queryFn: () =>
      call<{ codes: readonly { code: string; title: string }[] }>('GET', '/catalogue/deny-codes'),
  });
  const list = useQuery({
    queryKey: ['catalogue', 'closed'],
    queryFn: async () => (await call<{ items: Closed[] }>('GET', '/catalogue/closed')).items,
  });
  const act = useMutation({
    mutationFn: ([path, body]: [string, object]) => call<Closed>('POST', `/catalogue/closed${path}`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['catalogue', 'closed'] }),
  });
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      {act.error !== null && <Alert type="error" showIcon title={act.error.message} />}
      {keeps && (
        <Form
          layout="inline"
          style={{ rowGap: 8 }}
          onFinish={({ basis, ...given }: { basis?: string }) =>
            act.mutate(['', { ...given, basis: basis ?? '', organisation: session?.person.organisation }])
          }
        >
          <Form.Item name="name" rules={[{ required: true, message: '请填写名称' }]}>
            <Input placeholder="信息名称" maxLength={100} />
          </Form.Item>
          <Form.Item name="code" rules={[{ required: true, message: '请选择理由' }]}>
            <Select
              style={{ width: 230 }}
              placeholder="法定理由"
              options={(codes.data?.codes ?? []).map((c) => ({
                value: c.code,
                label: `${c.code} ${c.title}`,
              }))}
            />
          </Form.Item>
          <Form.Item name="basis">
            <Input placeholder="法条（N14b 必填）" maxLength={300} />
          </Form.Item>
          <Form.Item name="reason" rules={[{ required: true, message: '请写明理由' }]}>
            <Input placeholder="具体理由" maxLength={500} />
          </Form.Item>
          <Form.Item name="reviewOn" label="评估日期" rules={[{ required: true, message: '请填写评估日期' }]}>
            <Input type="date" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            列入清单
          </Button>
        </Form>
      )}
      <Table<Closed>
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        locale={{ emptyText: '清单是空的' }}
        columns={[
          { title: '信息', dataIndex: 'name' },
          {
            title: '理由',
            render: (_, c) => (
              <>
                {c.code}（{c.article}）：{c.reason}
                {c.basis === '' ? '' : `；${c.basis}`}
              </>
            ),
          },
          { title: '机构', dataIndex: 'organisation' },
          {
            title: '评估',
            render: (_, c) => (
              <>
                {c.reviewOn}
                {c.reviewDue && (
                  <Tag color="red" style={{ marginLeft: 8 }}>
                    该评估了
                  </Tag>
                )}
              </>
            ),
          },
          {
            title: '状态',
            render: (_, c) =>
              c.state === 'closed' ? <Tag>不予公开</Tag> : <Tag color="green">已转为公开</Tag>,
          },
          {
            title: '',
            render: (_, c) =>
              keeps && c.state === 'closed' ? (
                <Popconfirm
                  title="评估后可以公开，移出清单？"
                  onConfirm={() =>
                    act.mutate([`/${c.id}/open`, { version: c.version, reason: '评估后可以公开' }])
                  }
                >
                  <Button size="small">转为公开</Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
    </Space>
  );
}
