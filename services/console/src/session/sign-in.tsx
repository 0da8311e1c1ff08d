import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Typography } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import { Refused } from '../api/refused.ts';
import { CredentialsForm } from './credentials.form.tsx';
import { useSignIn } from './session.ts';

/** Why the identity provider's answer was not accepted, by the code in the address. */
const refusals: Readonly<Record<string, string>> = {
  'no-account': '您的统一身份还没有登记账号；请联系系统管理员。',
  disabled: '这个账号已停用；如需恢复，请联系系统管理员。',
  'oidc-refused': '统一身份平台没有确认这次登录，请重新登录。',
  'oidc-unavailable': '统一身份平台暂时连接不上；请稍后再试，或用用户名和密码登录。',
};

const useWays = () =>
  useQuery({ queryKey: ['sign-in-ways'], queryFn: () => answerOf(hub.GET('/api/v1/session/ways')) });

export function SignIn() {
  const signIn = useSignIn();
  const ways = useWays();
  const code = signIn.error instanceof Refused ? signIn.error.problem.code : undefined;
  const asksCode =
    code === 'code-needed' ||
    code === 'wrong-code' ||
    (signIn.variables?.code !== undefined && signIn.isPending);
  const refused = refusals[new URLSearchParams(location.search).get('refused') ?? ''];
  const trouble = signIn.error?.message ?? refused;
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', background: '#f0f2f5' }}>
      <Card style={{ width: 380 }}>
        <Typography.Title level={3} style={{ marginTop: 0, marginBottom: 4 }}>
          告示 · 发布控制台
        </Typography.Title>
        <Typography.Paragraph type="secondary">
          一次发布，处处可见；可更正，可撤回，有凭据。
        </Typography.Paragraph>
        {trouble !== undefined && (
          <Alert
            type={code === 'code-needed' ? 'info' : 'error'}
            showIcon
            title={trouble}
            style={{ marginBottom: 16 }}
          />
        )}
        <CredentialsForm asksCode={asksCode} busy={signIn.isPending} onSignIn={signIn.mutate} />
        {ways.data?.oidc === true && (
          <Button block size="large" href="/api/v1/session/oidc" style={{ marginTop: 12 }}>
            统一身份平台登录
          </Button>
        )}
        <Typography.Paragraph type="secondary" style={{ margin: '16px 0 0', fontSize: 13 }}>
          首次启动时的账号和随机密码在数据目录的 hub/credentials.json。
        </Typography.Paragraph>
      </Card>
    </main>
  );
}
