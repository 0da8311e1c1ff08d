import { Alert, Layout, Spin } from 'antd';
import { ChannelsPage } from '../channels/channels.page.tsx';
import { DeliveriesPage } from '../deliveries/deliveries.page.tsx';
import { PublicationPage } from '../publications/publication.page.tsx';
import { PublicationsPage } from '../publications/publications.page.tsx';
import { WritePage } from '../publications/write.page.tsx';
import { PasswordForm } from '../session/password.form.tsx';
import { useSession } from '../session/session.ts';
import { SignIn } from '../session/sign-in.tsx';
import { Header } from './header.tsx';
import { useRoute, type Route } from './route.ts';
import { screens, type Screen } from './screens.ts';

export function Shell() {
  const session = useSession();
  const route = useRoute();
  if (session.isPending) return <Spin fullscreen tip="正在打开控制台" />;
  if (session.error !== null)
    return <Alert type="error" showIcon title={session.error.message} style={{ margin: 40 }} />;
  if (session.data === null) return <SignIn />;
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Header route={route} session={session.data} />
      <Layout.Content style={{ padding: '20px 24px 48px', maxWidth: 1480, width: '100%', margin: '0 auto' }}>
        {session.data.mustChangePassword ? <NewPassword /> : <Current route={route} />}
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

function Current({ route }: { route: Route }) {
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
