import { Button, Form, Input } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Step } from '../api/hub.types.ts';
import { Why } from '../steps/why.tsx';
import type { FormProps } from './roles.form.tsx';

/** One thing done to an account, with its reason. */
export function AccountStep({
  step,
  person: { name, version },
  change,
}: FormProps & { readonly step: Step }) {
  const take = ({ reason }: { reason: string }): void =>
    change.mutate(() =>
      answerOf(
        hub.POST(`/api/v1/people/{name}/${step.act}` as '/api/v1/people/{name}/disable', {
          params: { path: { name } },
          body: { version, reason },
        }),
      ),
    );
  return (
    <Form name={step.act} layout="inline" onFinish={take}>
      <Form.Item name="reason" rules={[{ required: true, message: '请写明理由' }]}>
        <Input placeholder="理由" maxLength={200} />
      </Form.Item>
      <Why step={step}>
        <Button htmlType="submit" danger={step.look === 'danger'} disabled={!step.allowed}>
          {step.label}
        </Button>
      </Why>
    </Form>
  );
}
