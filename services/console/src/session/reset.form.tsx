import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';

type Given = Body<'/api/v1/session/reset'>;

/** For whoever got the two halves of a code: chooses a password, or does without a lost telephone. */
export function ResetForm({ onBack }: { readonly onBack: () => void }) {
  const use = useMutation({
    mutationFn: (body: Given) => answerOf(hub.POST('/api/v1/session/reset', { body })),
  });
  const code = use.error instanceof Refused ? use.error.problem.code : undefined;
  const asksCode = code === 'code-needed' || code === 'wrong-code' || use.variables?.code !== undefined;
  if (use.isSuccess)
    return (
      <>
        <Alert type="success" showIcon title="已重设，请登录。" style={{ marginBottom: 16 }} />
        <Button block size="large" type="primary" onClick={onBack}>
          去登录
        </Button>
      </>
    );
  return (
    <Form layout="vertical" onFinish={use.mutate} requiredMark={false}>
      {use.error !== null && (
        <Alert
          type={code === 'code-needed' ? 'info' : 'error'}
          showIcon
          title={use.error.message}
          style={{ marginBottom: 16 }}
        />
      )}
      <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
        <Input autoFocus autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item
        name="reset"
        label="重设码"
        extra="系统管理员告知的前一段，接着安全管理员告知的后一段"
        rules={[{ required: true, message: '请输入两段重设码' }]}
      >
        <Input autoComplete="off" maxLength={60} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label="密码"
        extra="重设密码时填新密码，至少 12 个字符；重设动态码时填现在的密码"
        rules={[{ required: true, message: '请输入密码' }]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      {asksCode && (
        <Form.Item
          name="code"
          label="动态码"
          rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入验证器应用中的六位数字' }]}
        >
          <Input autoComplete="one-time-code" maxLength={6} size="large" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={use.isPending}>
        重设
      </Button>
      <Button type="link" block onClick={onBack}>
        返回登录
      </Button>
    </Form>
  );
}
