import { Button, Form, Input } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { FormProps } from './roles.form.tsx';

type Act = 'disable' | 'enable' | 'reset-password' | 'unlock' | 'reset-second-factor';

const labels: Readonly<Record<Act, string>> = {
  disable: '停用',
  enable: '恢复',
  'reset-password': '重设密码',
  unlock: '解除锁定',
  'reset-second-factor': '清除动态码',
};

/** One thing done to an account, with its reason. */
export function AccountStep({ act, person: { name, version }, change }: FormProps & { readonly act: Act }) {
  const take = ({ reason }: { reason: string }): void =>
    change.mutate(() =>
      answerOf(
        hub.POST(`/api/v1/people/{name}/${act}`, { params: { path: { name } }, body: { version, reason } }),
      ),
    );
  return (
    <Form name={act} layout="inline" onFinish={take}>
      <Form.Item name="reason" rules={[{ required: true, message: '请写明理由' }]}>
        <Input placeholder="理由" maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" danger={act === 'disable'}>
        {labels[act]}
      </Button>
    </Form>
  );
}
