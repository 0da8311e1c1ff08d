import { App, Button, Layout, Menu, Space, Typography } from 'antd';
import type { Session } from '../api/hub.types.ts';
import { useBadges } from '../home/badges.ts';
import { isOpen, useHasEnded, useSignOut } from '../session/session.ts';
import { anythingUnsaved } from '../frame/unsaved.ts';
import { leaving } from './leave.guard.tsx';
import { inMenuOf, menuFor } from './menu.tsx';
import { HelpButton } from '../help/help.button.tsx';
import { LookSwitch } from '../frame/look.switch.tsx';
import { Palette } from '../palette/palette.tsx';
import { useAt } from '../frame/route.ts';
import { screens } from './screens.ts';
import './header.css';

/** The page of the menu under which one is. */
function menuKey(at: string): string {
  const screen = screens.find((s) => s.key === at);
  if (screen === undefined || 'group' in screen) return at;
  return 'below' in screen ? screen.below : screen.beside;
}

const Name = () => (
  <Typography.Text strong style={{ fontSize: 18, color: 'var(--ant-color-primary)', whiteSpace: 'nowrap' }}>
    告示
  </Typography.Text>
);

/** Where one can go, and who is there. */
export function Header({ session }: { session: Session }) {
  const at = useAt();
  const signOut = useSignOut();
  const { modal } = App.useApp();
  const hasEnded = useHasEnded();
  const { person, mustChangePassword, needsSecondFactor } = session;
  const isReady = !mustChangePassword && !needsSecondFactor && !hasEnded;
  const badges = useBadges(isReady && isOpen(session, 'home'));
  const leave = (): void =>
    anythingUnsaved()
      ? void modal.confirm({
          ...leaving,
          content: '退出后，还没有保存的内容暂存在本机，本人再登录、再打开这一页时可以恢复。',
          onOk: () => signOut.mutate(),
        })
      : signOut.mutate();
  return (
    <Layout.Header className="towncrier-header">
      <Name />
      <Menu
        mode="horizontal"
        selectedKeys={[menuKey(at)]}
        items={menuFor(session, badges)}
        className="towncrier-header-menu"
      />
      <Typography.Text className="towncrier-header-person">
        {person.title}（{person.name}）
      </Typography.Text>
      <Space size={4} wrap>
        {isReady && <Palette session={session} pages={inMenuOf(session)} />}
        <HelpButton session={session} />
        <LookSwitch />
        <Button onClick={leave}>退出</Button>
      </Space>
    </Layout.Header>
  );
}
