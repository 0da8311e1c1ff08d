import { Alert, Layout, Spin } from 'antd';
import type { Session } from '../api/hub.types.ts';
import { PasswordForm } from '../session/password.form.tsx';
import { SecondFactorCard } from '../session/second-factor.card.tsx';
import { usePersonChange } from '../session/person.change.ts';
import { isOpen, useHasEnded, useSession } from '../session/session.ts';
import { SignIn } from '../session/sign-in.tsx';
import { SignInDialog } from '../session/sign-in.dialog.tsx';
import { Header } from './header.tsx';
import { TourCard } from '../help/tour.card.tsx';
import { Outlet, useLocation } from '@tanstack/react-router';
import { go, useAt } from '../frame/route.ts';
import { usePageTitle } from '../frame/title.ts';
import { useStream } from '../live/live.ts';
import { LeaveGuard } from './leave.guard.tsx';
import { ClosedPage } from './no.page.tsx';
import { screens } from './screens.ts';
import './shell.css';

/** Pages that have the whole window. */
const bare = new Set(screens.flatMap((screen) => ('bare' in screen ? [screen.key] : [])));

const goHome = (): void => go({ at: 'list' });

export function Shell() {
  const session = useSession();
  const hasEnded = useHasEnded();
  const at = useAt();
  usePersonChange(session.data?.person, goHome);
  if (session.isPending) return <Spin fullscreen description="正在打开控制台" />;
  if (session.data === undefined)
    return <Alert type="error" showIcon title={session.error?.message} style={{ margin: 40 }} />;
  if (session.data === null) return <SignIn />;
  const { person, mustChangePassword, needsSecondFactor } = session.data;
  const isReady = !mustChangePassword && !needsSecondFactor;
  const isBare = isReady && bare.has(at);
  return (
    // nothing of one person's page is left standing for another
    <Layout key={person.name} style={{ minHeight: '100vh' }}>
      {!isBare && <Header session={session.data} />}
      <Layout.Content className={isBare ? '' : 'towncrier-content'}>
        {isReady ? <Current session={session.data} /> : <First session={session.data} />}
      </Layout.Content>
      <LeaveGuard />
      {isReady && <TourCard />}
      {hasEnded && <SignInDialog of={person} />}
      {isReady && !hasEnded && <Live />}
    </Layout>
  );
}

/** The hub tells nothing to somebody who has to choose a password or set up a second factor first. */
function Live() {
  useStream();
  return null;
}

/** What comes before all work. */
const First = ({ session }: { session: Session }) =>
  session.mustChangePassword ? <NewPassword /> : <NewFactor session={session} />;

const NewFactor = ({ session }: { session: Session }) => (
  <>
    <Alert
      type="info"
      showIcon
      title="审核、发布、值班和管理人员须用动态码登录。请先启用动态码，再开始工作。"
      style={{ marginBottom: 20 }}
    />
    <SecondFactorCard session={session} />
  </>
);

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

/** What stands at the address; a page of the menu only where the hub opens it. */
function Current({ session }: { session: Session }) {
  const at = useAt();
  const { pathname } = useLocation();
  const screen = screens.find((s) => s.key === at);
  usePageTitle(screen?.label ?? '发布控制台', pathname);
  const guard = screen !== undefined && 'beside' in screen ? screen.beside : at;
  const closed = screen !== undefined && !('below' in screen) && !isOpen(session, guard);
  return closed ? <ClosedPage /> : <Outlet />;
}
