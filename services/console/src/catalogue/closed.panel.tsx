import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Popconfirm, Select, Space, Table, Tag } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body, ItemOf } from '../api/hub.types.ts';
import { useDenyCodes } from './catalogue.ts';
import { may, useSession } from '../session/session.ts';

type Closed = ItemOf<'/api/v1/catalogue/closed'>;
type Given = Omit<Body<'/api/v1/catalogue/closed'>, 'organisation'>;

export function ClosedPanel() {
  const queries = useQueryClient();
  const session = useSession().data;
  const keeps = may(session, 'disclosure-officer') || may(session, 'secrecy-reviewer');
  const codes = useDenyCodes();
  const list = useQuery({
    queryKey: ['catalogue', 'closed'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/closed'))).items,
  });
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['catalogue', 'closed'] });
  const organisation = session?.person.organisation ?? '';
  const close = useMutation({
    mutationFn: ({ basis = '', ...given }: Given) =>
      answerOf(hub.POST('/api/v1/catalogue/closed', { body: { ...given, basis, organisation } })),
    onSuccess,
  });
  const open = useMutation({
    mutationFn: ({ id, version }: Closed) =>
      answerOf(
        hub.POST('/api/v1/catalogue/closed/{id}/open', {
          params: { path: { id } },
          body: { version, reason: '评估后可以公开' },
        }),
      ),
    onSuccess,
  });
  const error = close.error ?? open.error;
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      {error !== null && <Alert type="error" showIcon title={error.message} />}
      {keeps && (
        <Form layout="inline" style={{ rowGap: 8 }} onFinish={(given: Given) => close.mutate(given)}>
          <Form.Item name="name" rules={[{ required: true, message: '请填写名称' }]}>
            <Input placeholder="信息名称" maxLength={100} />
          </Form.Item>
          <Form.Item name="code" rules={[{ required: true, message: '请选择理由' }]}>
            <Select
              style={{ width: 230 }}
              placeholder="法定理由"
              options={(codes.data ?? []).map((c) => ({
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
          <Button type="primary" htmlType="submit" loading={close.isPending}>
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
                <Popconfirm title="评估后可以公开，移出清单？" onConfirm={() => open.mutate(c)}>
                  <Button size="small">转为公开</Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
    </Space>
  );
}
