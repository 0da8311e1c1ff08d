import { Alert, Layout, Spin } from 'antd';
import { PasswordForm } from '../session/password.form.tsx';
import { useSession } from '../session/session.ts';
import { SignIn } from '../session/sign-in.tsx';
import { Header } from './header.tsx';
import { useRoute, type Route } from '../frame/route.ts';
import { screens } from './screens.ts';
import './shell.css';

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
      <Layout.Content className="towncrier-content">
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

/** What stands at the address. Another thing on the same page is begun anew. */
function Current({ route }: { route: Route }) {
  const screen = screens.find((s) => s.key === route.at);
  if (screen !== undefined && 'below' in screen && 'id' in route)
    return <screen.Page key={route.id} id={route.id} />;
  if (screen !== undefined && 'group' in screen && !('id' in route)) return <screen.Page key={screen.key} />;
  return <Alert type="warning" showIcon title="没有这个页面，请从上方菜单进入。" />;
}
