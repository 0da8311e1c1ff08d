import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Descriptions,
  Drawer,
  Form,
  Input,
  Select,
  Space,
  Table,
  Tag,
  Typography,
} from 'antd';
import { useState } from 'react';
import { call } from '../api/api.client.ts';
import type { Screen } from '../app/screens.ts';
import { when } from '../app/words.ts';
import { may, useSession } from '../session/session.ts';

type Liaison =
  | { readonly state: 'vacant'; readonly since: string }
  | { readonly state: 'appointed'; readonly person: string; readonly title: string; readonly since: string };
interface Organisation {
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  readonly name: string;
  readonly parent: string | null;
  readonly sample: boolean;
  readonly liaison: Liaison;
  readonly standing:
    | { readonly state: 'active' }
    | { readonly state: 'abolished'; readonly at: string; readonly reason: string };
  readonly children?: readonly Organisation[];
}
interface Detail extends Organisation {
  readonly people: readonly { readonly name: string; readonly title: string }[];
}

const kinds = {
  city: '市级机关',
  department: '部门',
  township: '乡镇（街道）',
  village: '村（社区）',
  'service-point': '服务点',
} as const;
const emptyContact = { address: null, phone: null, email: null, hours: null };

function OrganisationPage() {
  const [open, setOpen] = useState<string>();
  const list = useQuery({
    queryKey: ['organisations'],
    queryFn: () => call<{ tree: Organisation[]; total: number; vacant: number }>('GET', '/organisations'),
  });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        机构与联络员
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      {list.data !== undefined && list.data.vacant > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${list.data.total} 个机构中，有 ${list.data.vacant} 个还没有联络员。`}
        />
      )}
      <Table<Organisation>
        rowKey="code"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.tree.map(pruned) ?? []}
        pagination={false}
        key={list.data?.tree[0]?.code ?? 'none'}
        defaultExpandedRowKeys={list.data?.tree.map((o) => o.code) ?? []}
        columns={[
          {
            title: '机构',
            render: (_, o) => (
              <>
                <a onClick={() => setOpen(o.code)}>{o.name}</a>
                {o.sample && <Tag style={{ marginLeft: 8 }}>样例，待核对</Tag>}
                {o.standing.state === 'abolished' && (
                  <Tag color="default" style={{ marginLeft: 8 }}>
                    已撤销
                  </Tag>
                )}
              </>
            ),
          },
          { title: '类别', dataIndex: 'kind', width: 130, render: (k: keyof typeof kinds) => kinds[k] },
          {
            title: '代码',
            dataIndex: 'code',
            width: 160,
            render: (c: string) => <Typography.Text code>{c}</Typography.Text>,
          },
          { title: '联络员', width: 200, render: (_, o) => <LiaisonTag liaison={o.liaison} /> },
        ]}
      />
      {open !== undefined && <Panel code={open} onClose={() => setOpen(undefined)} />}
    </Space>
  );
}

/** The table draws an arrow for an empty list too. */
function pruned({ children = [], ...rest }: Organisation): Organisation {
  return children.length === 0 ? rest : { ...rest, children: children.map(pruned) };
}

const LiaisonTag = ({ liaison }: { liaison: Liaison }) =>
  liaison.state === 'vacant' ? (
    <Tag color="orange">空缺</Tag>
  ) : (
    <>
      {liaison.title}（{liaison.person}）
    </>
  );

function Panel({ code, onClose }: { code: string; onClose: () => void }) {
  const queries = useQueryClient();
  const session = useSession().data;
  const detail = useQuery({
    queryKey: ['organisations', code],
    queryFn: () => call<Detail>('GET', `/organisations/${code}`),
  });
  const act = useMutation({
    mutationFn: ([method, path, body]: ['PUT' | 'POST', string, object]) =>
      call<Organisation>(method, path, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organisations'] }),
  });
  const o = detail.data;
  const keeps = may(session, 'system-admin');
  if (o === undefined) return <Drawer open loading onClose={onClose} />;
  const version = o.version;
  return (
    <Drawer open size="large" title={o.name} onClose={onClose}>
      {act.error !== null && (
        <Alert type="error" showIcon title={act.error.message} style={{ marginBottom: 12 }} />
      )}
      <Descriptions
        column={1}
        size="small"
        bordered
        items={[
          { key: 'kind', label: '类别', children: kinds[o.kind as keyof typeof kinds] },
          { key: 'code', label: '代码', children: o.code },
          {
            key: 'liaison',
            label: '联络员',
            children: (
              <>
                <LiaisonTag liaison={o.liaison} /> {when(o.liaison.since)} 起
              </>
            ),
          },
          {
            key: 'people',
            label: '人员',
            children: o.people.map((p) => `${p.title}（${p.name}）`).join('、') || '—',
          },
          ...(o.standing.state === 'abolished'
            ? [{ key: 'gone', label: '撤销', children: `${when(o.standing.at)}：${o.standing.reason}` }]
            : []),
        ]}
      />
      {(keeps || may(session, 'disclosure-officer')) && (
        <Form
          layout="inline"
          style={{ marginTop: 16 }}
          onFinish={({ person }: { person?: string }) =>
            act.mutate(['PUT', `/organisations/${code}/liaison`, { version, person: person ?? null }])
          }
        >
          <Form.Item name="person" label="指定联络员">
            <Select
              allowClear
              style={{ width: 220 }}
              placeholder="不选则为空缺"
              options={o.people.map((p) => ({ value: p.name, label: `${p.title}（${p.name}）` }))}
            />
          </Form.Item>
          <Button htmlType="submit" loading={act.isPending}>
            保存
          </Button>
        </Form>
      )}
      {keeps && (
        <>
          <Form
            key={`new-${version}`}
            layout="inline"
            style={{ marginTop: 16, rowGap: 8 }}
            onFinish={(given: { kind: string; code: string; name: string }) =>
              act.mutate([
                'POST',
                '/organisations',
                {
                  ...given,
                  parent: code,
                  tier:
                    given.kind === 'village' ? 'village' : given.kind === 'township' ? 'township' : 'county',
                  contact: emptyContact,
                },
              ])
            }
          >
            <Form.Item name="name" label="下设机构" rules={[{ required: true, message: '请填写名称' }]}>
              <Input maxLength={60} placeholder="名称" />
            </Form.Item>
            <Form.Item name="code" rules={[{ required: true, message: '请填写代码' }]}>
              <Input maxLength={40} placeholder="代码（小写字母、数字）" />
            </Form.Item>
            <Form.Item name="kind" rules={[{ required: true, message: '请选择类别' }]}>
              <Select
                style={{ width: 150 }}
                placeholder="类别"
                options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
              />
            </Form.Item>
            <Button htmlType="submit">增加</Button>
          </Form>
          <Form
            layout="inline"
            style={{ marginTop: 16 }}
            onFinish={({ reason }: { reason: string }) =>
              act.mutate([
                'POST',
                `/organisations/${code}/${o.standing.state === 'active' ? 'abolish' : 'reinstate'}`,
                { version, reason },
              ])
            }
          >
            <Form.Item
              name="reason"
              label={o.standing.state === 'active' ? '撤销机构' : '恢复机构'}
              rules={[{ required: true, message: '请写明理由' }]}
            >
              <Input maxLength={200} placeholder="理由" />
            </Form.Item>
            <Button htmlType="submit" danger={o.standing.state === 'active'}>
              {o.standing.state === 'active' ? '撤销' : '恢复'}
            </Button>
          </Form>
        </>
      )}
    </Drawer>
  );
}

export const screen: Screen = {
  key: 'organisations',
  label: '机构与联络员',
  group: '管理',
  Page: OrganisationPage,
};
