import { Button, Card, Typography } from 'antd';
import { useState } from 'react';
import { LookSwitch } from '../frame/look.switch.tsx';
import { ResetForm } from './reset.form.tsx';
import { SignInForm } from './sign-in.form.tsx';
import './sign-in.css';

/** Why the identity provider's answer was not accepted, by the code in the address. */
const refusals: Readonly<Record<string, string>> = {
  'no-account': '您的统一身份还没有登记账号；请联系系统管理员。',
  disabled: '这个账号已停用；如需恢复，请联系系统管理员。',
  'one-factor': '统一身份平台没有验证第二重身份；请用用户名、密码和动态码登录。',
  'oidc-refused': '统一身份平台没有确认这次登录，请重新登录。',
  'oidc-unavailable': '统一身份平台暂时连接不上；请稍后再试，或用用户名和密码登录。',
};

export const SignIn = () => (
  <main className="towncrier-door">
    <LookSwitch />
    <Card style={{ width: 'min(380px, 100%)' }}>
      <Typography.Title level={1} style={{ marginTop: 0, marginBottom: 4 }}>
        告示 · 发布控制台
      </Typography.Title>
      <Typography.Paragraph type="secondary">
        一次发布，处处可见；可更正，可撤回，有凭据。
      </Typography.Paragraph>
      <WayIn />
      <Typography.Paragraph type="secondary" style={{ margin: '16px 0 0' }}>
        首次启动时的账号和随机密码在数据目录的 <code>hub/credentials.json</code>，动态码由{' '}
        <code>npm run code</code> 给出。
      </Typography.Paragraph>
    </Card>
  </main>
);

function WayIn() {
  const [resets, setResets] = useState(false);
  if (resets) return <ResetForm onBack={() => setResets(false)} />;
  return (
    <>
      <SignInForm refused={refusals[new URLSearchParams(location.search).get('refused') ?? '']} />
      <Button type="link" block onClick={() => setResets(true)}>
        使用重设码
      </Button>
    </>
  );
}
