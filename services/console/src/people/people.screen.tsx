import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input, Select, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { call } from '../api/api.client.ts';
import type { Screen } from '../app/screens.ts';
import { may, useSession } from '../session/session.ts';

interface Person {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly roles: readonly string[];
  readonly organisation: string;
  readonly state: 'active' | 'disabled';
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly subject: string | null;
  readonly password?: string;
}

const roles: Readonly<Record<string, string>> = {
  editor: '采编',
  'first-reviewer': '一审',
  'second-reviewer': '二审',
  'third-reviewer': '三审',
  'secrecy-reviewer': '保密审查',
  publisher: '发布',
  'duty-officer': '值班',
  'disclosure-officer': '政务公开办',
  operator: '渠道运维',
  supervisor: '督查',
  auditor: '审计',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
};

function PeoplePage() {
  const session = useSession().data;
  const queries = useQueryClient();
  const [open, setOpen] = useState<string>();
  const list = useQuery({
    queryKey: ['people'],
    queryFn: () => call<{ items: Person[] }>('GET', '/people'),
    retry: false,
  });
  const create = useMutation({
    mutationFn: (given: object) => call<Person>('POST', '/people', { subject: null, ...given }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const current = list.data?.items.find((p) => p.name === open);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        人员与授权
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      {create.error !== null && <Alert type="error" showIcon title={create.error.message} />}
      <FirstPassword person={create.data} />
      {may(session, 'system-admin') && (
        <Form layout="inline" onFinish={(given: object) => create.mutate(given)}>
          <Form.Item name="name" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input placeholder="用户名（小写字母开头）" maxLength={30} />
          </Form.Item>
          <Form.Item name="title" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input placeholder="姓名" maxLength={40} />
          </Form.Item>
          <Form.Item name="organisation" rules={[{ required: true, message: '请填写机构代码' }]}>
            <Input placeholder="机构代码" maxLength={40} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            新建账号
          </Button>
        </Form>
      )}
      <Table<Person>
        rowKey="name"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        columns={[
          {
            title: '用户名',
            dataIndex: 'name',
            render: (name: string) => <a onClick={() => setOpen(name)}>{name}</a>,
          },
          { title: '姓名', dataIndex: 'title' },
          { title: '机构', dataIndex: 'organisation' },
          {
            title: '角色',
            render: (_, p) => (
              <Space wrap size={4}>
                {p.roles.length === 0 ? (
                  <Tag color="orange">待授权</Tag>
                ) : (
                  p.roles.map((r) => <Tag key={r}>{roles[r] ?? r}</Tag>)
                )}
              </Space>
            ),
          },
          {
            title: '状态',
            render: (_, p) => (
              <Space size={4}>
                {p.state === 'disabled' ? <Tag color="red">已停用</Tag> : <Tag color="green">在用</Tag>}
                {p.secondFactor && <Tag color="blue">动态码</Tag>}
                {p.mustChangePassword && <Tag>待改密码</Tag>}
              </Space>
            ),
          },
        ]}
      />
      {current !== undefined && (
        <Panel key={current.name} person={current} onClose={() => setOpen(undefined)} />
      )}
    </Space>
  );
}

const FirstPassword = ({ person }: { person: Person | undefined }) =>
  person?.password === undefined ? null : (
    <Alert
      type="success"
      showIcon
      title={
        <>
          {person.name} 的一次性密码（只显示这一次）：
          <Typography.Text code copyable>
            {person.password}
          </Typography.Text>
        </>
      }
    />
  );

function Panel({ person: p, onClose }: { person: Person; onClose: () => void }) {
  const session = useSession().data;
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: ([method, path, body]: ['PUT' | 'POST', string, object]) =>
      call<Person>(method, `/people/${p.name}${path}`, { version: p.version, ...body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const steps = [
    ...(may(session, 'system-admin')
      ? ([
          [p.state === 'active' ? '/disable' : '/enable', p.state === 'active' ? '停用' : '恢复'],
          ['/reset-password', '重设密码'],
        ] as const)
      : []),
    ...(may(session, 'security-admin')
      ? ([
          ['/unlock', '解除锁定'],
          ['/reset-second-factor', '清除动态码'],
        ] as const)
      : []),
  ];
  return (
    <Drawer open size="large" title={`${p.title}（${p.name}）`} onClose={onClose}>
      <Space orientation="vertical" size={16} style={{ width: '100%' }}>
        {act.error !== null && <Alert type="error" showIcon title={act.error.message} />}
        <FirstPassword person={act.data} />
        {may(session, 'security-admin') && (
          <Form
            layout="vertical"
            initialValues={{ roles: p.roles }}
            onFinish={(given: object) => act.mutate(['PUT', '/roles', given])}
          >
            <Form.Item name="roles" label="角色">
              <Select
                mode="multiple"
                options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={act.isPending}>
              保存授权
            </Button>
          </Form>
        )}
        {may(session, 'system-admin') && (
          <Form
            layout="vertical"
            initialValues={p}
            onFinish={({ title, organisation, subject }: Person) =>
              act.mutate([
                'PUT',
                '',
                { title, organisation, subject: subject === null || subject === '' ? null : subject },
              ])
            }
          >
            <Form.Item name="title" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item
              name="organisation"
              label="机构代码"
              rules={[{ required: true, message: '请填写机构代码' }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="subject" label="统一身份标识（sub）">
              <Input maxLength={200} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={act.isPending}>
              保存
            </Button>
          </Form>
        )}
        {steps.map(([path, label]) => (
          <Form key={path} layout="inline" onFinish={(given: object) => act.mutate(['POST', path, given])}>
            <Form.Item name="reason" rules={[{ required: true, message: '请写明理由' }]}>
              <Input placeholder="理由" maxLength={200} />
            </Form.Item>
            <Button htmlType="submit" danger={path === '/disable'}>
              {label}
            </Button>
          </Form>
        ))}
      </Space>
    </Drawer>
  );
}

export const screen: Screen = { key: 'people', label: '人员与授权', group: '管理', Page: PeoplePage };
