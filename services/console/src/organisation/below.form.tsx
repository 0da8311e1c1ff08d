import { Button, Form, Input, Select } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body } from '../api/hub.types.ts';
import type { FormProps } from './organisations.ts';
import { useWords } from '../session/words.tsx';

type Added = Body<'/api/v1/organisations'>;
const noContact = { address: null, phone: null, email: null, hours: null };

/** A village and a township stand on tiers of their own; everything else is the county's. */
const tierOf = (kind: Added['kind']): Added['tier'] =>
  kind === 'village' || kind === 'township' ? kind : 'county';

/** Adds an organisation below this one. */
export function BelowForm({ of, change }: FormProps) {
  const kinds = useWords('organisations', 'kind');
  const add = (given: Pick<Added, 'kind' | 'code' | 'name'>): void =>
    change.mutate(() =>
      answerOf(
        hub.POST('/api/v1/organisations', {
          body: { ...given, parent: of.code, tier: tierOf(given.kind), contact: noContact },
        }),
      ),
    );
  return (
    <Form name="below" layout="inline" style={{ marginTop: 16, rowGap: 8 }} onFinish={add}>
      <Form.Item name="name" label="下设机构" rules={[{ required: true, message: '请填写名称' }]}>
        <Input maxLength={60} placeholder="名称" />
      </Form.Item>
      <Form.Item name="code" rules={[{ required: true, message: '请填写代码' }]}>
        <Input maxLength={40} placeholder="代码（小写字母、数字）" />
      </Form.Item>
      <Form.Item name="kind" rules={[{ required: true, message: '请选择类别' }]}>
        <Select style={{ width: 150 }} placeholder="类别" options={kinds.options} />
      </Form.Item>
      <Button htmlType="submit">增加</Button>
    </Form>
  );
}
