import { Alert, Button, Layout, Menu, Space, Spin, Typography } from 'antd';
import { ChannelsPage } from '../channels/channels.page.tsx';
import { DeliveriesPage } from '../deliveries/deliveries.page.tsx';
import { PublicationPage } from '../publications/publication.page.tsx';
import { PublicationsPage } from '../publications/publications.page.tsx';
import { WritePage } from '../publications/write.page.tsx';
import { PasswordForm } from '../session/password.form.tsx';
import { useSession, useSignOut } from '../session/session.ts';
import { SignIn } from '../session/sign-in.tsx';
import { go, routeOf, useRoute, type Route } from './route.ts';
import { screens, type Screen } from './screens.ts';

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

export function Shell() {
  const session = useSession();
  const route = useRoute();
  const signOut = useSignOut();
  if (session.isPending) return <Spin fullscreen tip="正在打开控制台" />;
  if (session.error !== null)
    return <Alert type="error" showIcon title={session.error.message} style={{ margin: 40 }} />;
  if (session.data === null) return <SignIn />;
  const { person, mustChangePassword } = session.data;
  return (
    <Layout style={{ minHeight: '100vh' }}>
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
      <Layout.Content style={{ padding: '20px 24px 48px', maxWidth: 1480, width: '100%', margin: '0 auto' }}>
        {mustChangePassword ? <NewPassword /> : <Page route={route} />}
      </Layout.Content>
    </Layout>
  );
}

const NewPassword = () => (
  <>
    <Alert
      type="info"
      showIcon
      title="这是他人代设的密码，请先改成自己的密码，再开始工作。"
      style={{ marginBottom: 20 }}
    />
    <PasswordForm />
  </>
);

const menuKey = (route: Route): string => ('id' in route ? 'list' : 'key' in route ? route.key : route.at);

function Page({ route }: { route: Route }) {
  switch (route.at) {
    case 'list':
      return <PublicationsPage />;
    case 'write':
      return <WritePage key="write" />;
    case 'edit':
      return <WritePage key={`edit-${route.id}`} id={route.id} purpose="edit" />;
    case 'correct':
      return <WritePage key={`correct-${route.id}`} id={route.id} purpose="correct" />;
    case 'publication':
      return <PublicationPage key={route.id} id={route.id} />;
    case 'deliveries':
      return <DeliveriesPage />;
    case 'channels':
      return <ChannelsPage />;
    case 'screen':
      return <ScreenPage screen={screens.find((s) => s.key === route.key)} />;
  }
}

function ScreenPage({ screen }: { screen: Screen | undefined }) {
  return screen === undefined ? (
    <Alert type="warning" showIcon title="没有这个页面，请从上方菜单进入。" />
  ) : (
    <screen.Page />
  );
}
