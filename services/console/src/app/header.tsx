import { Button, Layout, Menu, Space, Typography } from 'antd';
import type { Person } from '../api/hub.types.ts';
import { useSignOut } from '../session/session.ts';
import { go, routeOf, type Route } from './route.ts';
import { screens } from './screens.ts';

const groups = (['编审', '目录与期限', '监督', '管理'] as const).filter((group) =>
  screens.some((s) => s.group === group),
);
const items = [
  { key: 'list', label: '发布件' },
  { key: 'write', label: '撰写' },
  { key: 'deliveries', label: '投递与运维' },
  { key: 'channels', label: '渠道' },
  ...groups.map((group) => ({
    key: group,
    label: group,
    children: screens.filter((s) => s.group === group).map(({ key, label }) => ({ key, label })),
  })),
];
const menuKey = (route: Route): string => ('id' in route ? 'list' : 'key' in route ? route.key : route.at);

/** Where one can go, and who is there. */
export function Header({ route, person }: { route: Route; person: Person }) {
  const signOut = useSignOut();
  return (
    <Layout.Header
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 24,
        background: '#fff',
        borderBottom: '1px solid #e5e6eb',
        paddingInline: 24,
      }}
    >
      <Typography.Text strong style={{ fontSize: 18, color: '#b01e23', whiteSpace: 'nowrap' }}>
        告示
      </Typography.Text>
      <Menu
        mode="horizontal"
        selectedKeys={[menuKey(route)]}
        items={items}
        onClick={({ key }) => go(routeOf(key))}
        style={{ flex: 1, borderBottom: 0 }}
      />
      <Space>
        <Typography.Text>
          {person.title}（{person.name}）
        </Typography.Text>
        <Button onClick={() => signOut.mutate()}>退出</Button>
      </Space>
    </Layout.Header>
  );
}
