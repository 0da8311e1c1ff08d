import { Button, Form, Input } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { FormProps } from './organisations.ts';

/** Abolishes an organisation, or brings it back. */
export function StandingForm({ of: { code, version, standing }, change }: FormProps) {
  const active = standing.state === 'active';
  const turn = ({ reason }: { reason: string }): void =>
    change.mutate(() =>
      answerOf(
        hub.POST(`/api/v1/organisations/{code}/${active ? 'abolish' : 'reinstate'}`, {
          params: { path: { code } },
          body: { version, reason },
        }),
      ),
    );
  return (
    <Form name="standing" layout="inline" style={{ marginTop: 16 }} onFinish={turn}>
      <Form.Item
        name="reason"
        label={active ? '撤销机构' : '恢复机构'}
        rules={[{ required: true, message: '请写明理由' }]}
      >
        <Input maxLength={200} placeholder="理由" />
      </Form.Item>
      <Button htmlType="submit" danger={active}>
        {active ? '撤销' : '恢复'}
      </Button>
    </Form>
  );
}
