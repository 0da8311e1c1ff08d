import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useSignIn } from './session.ts';

export function SignIn() {
  const signIn = useSignIn();
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', background: '#f0f2f5' }}>
      <Card style={{ width: 380 }}>
        <Typography.Title level={3} style={{ marginTop: 0, marginBottom: 4 }}>告示 · 发布控制台</Typography.Title>
        <Typography.Paragraph type="secondary">一次发布，处处可见；可更正，可撤回，有凭据。</Typography.Paragraph>
        {signIn.error !== null && <Alert type="error" showIcon title={signIn.error.message} style={{ marginBottom: 16 }} />}
        <Form layout="vertical" onFinish={(given: { name: string; password: string }) => signIn.mutate(given)} requiredMark={false}>
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}><Input autoFocus autoComplete="username" size="large" /></Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}><Input.Password autoComplete="current-password" size="large" /></Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>登录</Button>
        </Form>
        <Typography.Paragraph type="secondary" style={{ margin: '16px 0 0', fontSize: 13 }}>首次启动时的账号和随机密码在数据目录的 hub/credentials.json。</Typography.Paragraph>
      </Card>
    </main>
  );
}
