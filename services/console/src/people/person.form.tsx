import { Button, Form, Input } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Account } from './people.ts';
import type { FormProps } from './roles.form.tsx';

/** Who the person is. */
export function PersonForm({ person, change }: FormProps) {
  const { name, version } = person;
  const save = ({ title, organisation, subject }: Account): void =>
    change.mutate(() =>
      answerOf(
        hub.PUT('/api/v1/people/{name}', {
          params: { path: { name } },
          body: { version, title, organisation, subject: subject === '' ? null : subject },
        }),
      ),
    );
  return (
    <Form name="person" layout="vertical" initialValues={person} onFinish={save}>
      <Form.Item name="title" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="organisation" label="机构代码" rules={[{ required: true, message: '请填写机构代码' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="subject" label="统一身份标识（sub）">
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        保存
      </Button>
    </Form>
  );
}
