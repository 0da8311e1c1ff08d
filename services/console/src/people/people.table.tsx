import { Space, Table, Tag } from 'antd';
import type { Account } from './people.ts';
import { roles } from './people.words.ts';

interface Props {
  readonly people: readonly Account[];
  readonly loading: boolean;
  readonly onOpen: (name: string) => void;
}

export const PeopleTable = ({ people, loading, onOpen }: Props) => (
  <Table<Account>
    rowKey="name"
    size="small"
    loading={loading}
    dataSource={people}
    pagination={false}
    columns={[
      {
        title: '用户名',
        dataIndex: 'name',
        render: (name: string) => <a onClick={() => onOpen(name)}>{name}</a>,
      },
      { title: '姓名', dataIndex: 'title' },
      { title: '机构', dataIndex: 'organisation' },
      { title: '角色', render: (_, person) => <Roles of={person} /> },
      { title: '状态', render: (_, person) => <State of={person} /> },
    ]}
  />
);

const Roles = ({ of }: { of: Account }) => (
  <Space wrap size={4}>
    {of.roles.length === 0 ? (
      <Tag color="orange">待授权</Tag>
    ) : (
      of.roles.map((role) => <Tag key={role}>{roles[role]}</Tag>)
    )}
  </Space>
);

const State = ({ of }: { of: Account }) => (
  <Space size={4}>
    {of.state === 'disabled' ? <Tag color="red">已停用</Tag> : <Tag color="green">在用</Tag>}
    {of.secondFactor && <Tag color="blue">动态码</Tag>}
    {of.mustChangePassword && <Tag>待改密码</Tag>}
  </Space>
);
