import { Alert, Button, Form, Input } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Step } from '../api/hub.types.ts';
import type { FormProps } from './organisations.ts';

/** Abolishes an organisation, or brings it back: whichever the hub offers. */
export function StandingForm({ of: { code, version }, change, step }: FormProps & { readonly step: Step }) {
  const turn = ({ reason }: { reason: string }): void =>
    change.mutate(() =>
      answerOf(
        hub.POST(`/api/v1/organisations/{code}/${step.act}` as '/api/v1/organisations/{code}/abolish', {
          params: { path: { code } },
          body: { version, reason },
        }),
      ),
    );
  if (!step.allowed) return <Alert type="info" title={step.why} style={{ marginTop: 16 }} />;
  return (
    <Form name="standing" layout="inline" style={{ marginTop: 16 }} onFinish={turn}>
      <Form.Item name="reason" label={step.label} rules={[{ required: true, message: '请写明理由' }]}>
        <Input maxLength={200} placeholder="理由" />
      </Form.Item>
      <Button htmlType="submit" danger={step.look === 'danger'}>
        {step.label}
      </Button>
    </Form>
  );
}
