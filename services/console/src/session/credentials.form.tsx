import { Button, Form, Input } from 'antd';
import type { Credentials } from '../api/hub.types.ts';

interface Props {
  /** The hub has asked for the code of the second factor. */
  readonly asksCode: boolean;
  readonly busy: boolean;
  /** Who is expected; somebody else may sign in, too. */
  readonly expected?: string | undefined;
  readonly onSignIn: (given: Credentials) => void;
}

export const CredentialsForm = ({ asksCode, busy, expected, onSignIn }: Props) => (
  <Form layout="vertical" initialValues={{ name: expected }} onFinish={onSignIn} requiredMark={false}>
    <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
      <Input autoFocus={expected === undefined} autoComplete="username" size="large" />
    </Form.Item>
    <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
      <Input.Password autoFocus={expected !== undefined} autoComplete="current-password" size="large" />
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
    <Button type="primary" htmlType="submit" block size="large" loading={busy}>
      登录
    </Button>
  </Form>
);
