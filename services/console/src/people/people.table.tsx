import { Space, Table, Tag, Typography } from 'antd';
import { accountColours } from '../frame/colours.ts';
import { linkedRow } from '../frame/link.tsx';
import { OpenLink } from '../frame/opened.tsx';
import { titleOfRole, type Account, type NamedRole } from './people.ts';
import { Word } from '../session/words.tsx';

interface Props {
  readonly people: readonly Account[];
  readonly roles: readonly NamedRole[];
  readonly loading: boolean;
}

export const PeopleTable = ({ people, roles, loading }: Props) => (
  <Table<Account>
    rowKey="name"
    size="small"
    loading={loading}
    dataSource={people}
    pagination={false}
    onRow={linkedRow}
    columns={[
      {
        title: '用户名',
        dataIndex: 'name',
        render: (name: string) => (
          <OpenLink of={name}>
            <Typography.Text code>{name}</Typography.Text>
          </OpenLink>
        ),
      },
      { title: '姓名', dataIndex: 'title' },
      { title: '机构', dataIndex: 'organisation' },
      { title: '角色', render: (_, person) => <Roles of={person} named={roles} /> },
      { title: '状态', render: (_, person) => <State of={person} /> },
    ]}
  />
);

const Roles = ({ of, named }: { of: Account; named: readonly NamedRole[] }) => (
  <Space wrap size={4}>
    {of.roles.length === 0 ? (
      <Tag color="orange">待授权</Tag>
    ) : (
      of.roles.map((role) => <Tag key={role}>{titleOfRole(named, role)}</Tag>)
    )}
  </Space>
);

const State = ({ of }: { of: Account }) => (
  <Space size={4}>
    <Tag color={accountColours[of.state]}>
      <Word on="people" field="state" of={of.state} />
    </Tag>
    {of.secondFactor && <Tag color="blue">动态码</Tag>}
    {of.mustChangePassword && <Tag>待改密码</Tag>}
    {of.reset !== null && <Tag color="orange">{of.reset}</Tag>}
  </Space>
);
