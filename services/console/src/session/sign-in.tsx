import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Credentials } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import { useSignIn } from './session.ts';

/** Why the identity provider's answer was not accepted, by the code in the address. */
const refusals: Readonly<Record<string, string>> = {
  'no-account': '您的统一身份还没有登记账号；请联系系统管理员。',
  disabled: '这个账号已停用；如需恢复，请联系系统管理员。',
  'oidc-refused': '统一身份平台没有确认这次登录，请重新登录。',
  'oidc-unavailable': '统一身份平台暂时连接不上；请稍后再试，或用用户名和密码登录。',
};

export function SignIn() {
  const signIn = useSignIn();
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => answerOf(hub.GET('/api/v1/session/ways')),
  });
  const code = signIn.error instanceof Refused ? signIn.error.problem.code : undefined;
  const asksCode =
    code === 'code-needed' ||
    code === 'wrong-code' ||
    (signIn.variables?.code !== undefined && signIn.isPending);
  const refused = refusals[new URLSearchParams(location.search).get('refused') ?? ''];
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', background: '#f0f2f5' }}>
      <Card style={{ width: 380 }}>
        <Typography.Title level={3} style={{ marginTop: 0, marginBottom: 4 }}>
          告示 · 发布控制台
        </Typography.Title>
        <Typography.Paragraph type="secondary">
          一次发布，处处可见；可更正，可撤回，有凭据。
        </Typography.Paragraph>
        {signIn.error !== null && (
          <Alert
            type={code === 'code-needed' ? 'info' : 'error'}
            showIcon
            title={signIn.error.message}
            style={{ marginBottom: 16 }}
          />
        )}
        {signIn.error === null && refused !== undefined && (
          <Alert type="error" showIcon title={refused} style={{ marginBottom: 16 }} />
        )}
        <Form layout="vertical" onFinish={(given: Credentials) => signIn.mutate(given)} requiredMark={false}>
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
            <Input autoFocus autoComplete="username" size="large" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          {asksCode && (
            <Form.Item
              name="code"
              label="动态码"
              rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入验证器应用中的六位数字' }]}
            >
              <Input autoFocus autoComplete="one-time-code" maxLength={6} size="large" />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
            登录
          </Button>
        </Form>
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
