import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import { Refused } from '../api/refused.ts';
import { CredentialsForm } from './credentials.form.tsx';
import { useSignIn } from './session.ts';

interface Props {
  /** Who was working here until now: the page stays open, and the way round leads through another window. */
  readonly expected?: string;
  /** What went wrong before anybody wrote anything. */
  readonly refused?: string | undefined;
}

const useWays = () =>
  useQuery({ queryKey: ['sign-in-ways'], queryFn: () => answerOf(hub.GET('/api/v1/session/ways')) });

/** Leads through the identity provider back to this page; the dialog over a page leaves it standing. */
const providerFor = (expected: string | undefined): string =>
  expected !== undefined || location.pathname === '/'
    ? '/api/v1/session/oidc'
    : `/api/v1/session/oidc?${new URLSearchParams({ to: `${location.pathname}${location.search}` }).toString()}`;

/** The ways in, and what the hub says to whoever tries one. */
export function SignInForm({ expected, refused }: Props) {
  const signIn = useSignIn();
  const ways = useWays();
  const code = signIn.error instanceof Refused ? signIn.error.problem.code : undefined;
  const asksCode =
    code === 'code-needed' ||
    code === 'wrong-code' ||
    (signIn.variables?.code !== undefined && signIn.isPending);
  const trouble = signIn.error?.message ?? refused;
  const elsewhere = expected === undefined ? {} : { target: '_blank', rel: 'noopener' };
  return (
    <>
      {trouble !== undefined && (
        <Alert
          type={code === 'code-needed' ? 'info' : 'error'}
          showIcon
          title={trouble}
          style={{ marginBottom: 16 }}
        />
      )}
      <CredentialsForm
        asksCode={asksCode}
        busy={signIn.isPending}
        expected={expected}
        onSignIn={signIn.mutate}
      />
      {ways.data?.oidc === true && (
        <Button block size="large" href={providerFor(expected)} {...elsewhere} style={{ marginTop: 12 }}>
          统一身份平台登录{expected === undefined ? '' : '（新窗口）'}
        </Button>
      )}
    </>
  );
}
