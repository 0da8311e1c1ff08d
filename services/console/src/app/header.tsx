import { Button, Layout, Menu, Space, Typography } from 'antd';
import type { Session } from '../api/hub.types.ts';
import { useSignOut } from '../session/session.ts';
import { menuFor } from './menu.tsx';
import { LookSwitch } from '../frame/look.switch.tsx';
import { useAt } from '../frame/route.ts';
import { screens } from './screens.ts';
import './header.css';

/** The page of the menu under which one is. */
function menuKey(at: string): string {
  const screen = screens.find((s) => s.key === at);
  return screen !== undefined && 'below' in screen ? screen.below : at;
}

/** Where one can go, and who is there. */
export function Header({ session }: { session: Session }) {
  const at = useAt();
  const signOut = useSignOut();
  const { person } = session;
  return (
    <Layout.Header className="towncrier-header">
      <Typography.Text
        strong
        style={{ fontSize: 18, color: 'var(--ant-color-primary)', whiteSpace: 'nowrap' }}
      >
        告示
      </Typography.Text>
      <Menu
        mode="horizontal"
        selectedKeys={[menuKey(at)]}
        items={menuFor(session)}
        className="towncrier-header-menu"
      />
      <Typography.Text className="towncrier-header-person">
        {person.title}（{person.name}）
      </Typography.Text>
      <Space size={4}>
        <LookSwitch />
        <Button onClick={() => signOut.mutate()}>退出</Button>
      </Space>
    </Layout.Header>
  );
}
