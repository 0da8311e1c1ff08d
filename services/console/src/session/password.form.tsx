import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, type FormItemProps } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import { Trouble } from '../frame/page.tsx';

interface Given {
  readonly password: string;
  readonly newPassword: string;
}

function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ password, newPassword }: Given) =>
      answerOf(hub.PUT('/api/v1/session/password', { body: { password, newPassword } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
}

/** The new password is typed twice: nobody sees what they type. */
const sameAgain: NonNullable<FormItemProps['rules']>[number] = ({ getFieldValue }) => ({
  validator: (_, value) =>
    value === getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error('两次输入不一致')),
});

export function PasswordForm() {
  const change = useChangePassword();
  return (
    <Form
      layout="vertical"
      onFinish={(given: Given) => change.mutate(given)}
      style={{ maxWidth: 380 }}
      requiredMark={false}
    >
      <Trouble errors={[change.error]} />
      {change.isSuccess && (
        <Alert
          type="success"
          showIcon
          title="密码已修改，其他设备上的登录已退出。"
          style={{ marginBottom: 16 }}
        />
      )}
      <Form.Item name="password" label="当前密码" rules={[{ required: true, message: '请输入当前密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        extra="至少 12 个字符，可以用几个互不相关的词"
        rules={[{ required: true, message: '请输入新密码' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输入一次"
        dependencies={['newPassword']}
        rules={[{ required: true, message: '请再输入一次' }, sameAgain]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
