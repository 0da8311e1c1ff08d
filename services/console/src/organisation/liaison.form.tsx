import { Button, Form, Select } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { FormProps } from './organisations.ts';

/** Appoints the liaison; nobody chosen leaves the place vacant. */
export function LiaisonForm({ of: { code, version, people }, change }: FormProps) {
  const appoint = ({ person = null }: { person?: string | null }): void =>
    change.mutate(() =>
      answerOf(
        hub.PUT('/api/v1/organisations/{code}/liaison', {
          params: { path: { code } },
          body: { version, person },
        }),
      ),
    );
  return (
    <Form name="liaison" layout="inline" style={{ marginTop: 16 }} onFinish={appoint}>
      <Form.Item name="person" label="指定联络员">
        <Select
          allowClear
          style={{ width: 220 }}
          placeholder="不选则为空缺"
          options={people.map((p) => ({ value: p.name, label: `${p.title}（${p.name}）` }))}
        />
      </Form.Item>
      <Button htmlType="submit" loading={change.isPending}>
        保存
      </Button>
    </Form>
  );
}
