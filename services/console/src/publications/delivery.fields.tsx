import { Checkbox, Form, Input, Radio, Select, Space, Switch } from 'antd';
import type { Channel } from '../api/hub.types.ts';

interface Props {
  /** There is a body already, which may be edited as it is kept. */
  readonly hasBody: boolean;
  /** Null where nobody may choose. */
  readonly channels: readonly Channel[] | null;
}

const formats = [
  { value: 'text', label: '纯文本' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'html', label: 'HTML' },
];
const lanes = [
  { value: 'normal', label: '普通' },
  { value: 'urgent', label: '紧急' },
];
const close = { style: { marginBottom: 0 } };

/** How the text is read, how it goes out, when and where. */
export const DeliveryFields = ({ hasBody, channels }: Props) => (
  <Space wrap size={[24, 8]}>
    <Form.Item name="format" label="格式" {...close}>
      <Select
        style={{ width: 140 }}
        options={hasBody ? [...formats, { value: 'document', label: '结构化正文' }] : formats}
      />
    </Form.Item>
    <Form.Item name="lane" label="通道" {...close}>
      <Radio.Group optionType="button" options={lanes} />
    </Form.Item>
    <Form.Item name="publishAt" label="定时发布" {...close}>
      <Input type="datetime-local" />
    </Form.Item>
    <Form.Item name="expiresAt" label="到期失效" {...close}>
      <Input type="datetime-local" />
    </Form.Item>
    <Form.Item name="drill" label="演练" valuePropName="checked" {...close}>
      <Switch />
    </Form.Item>
    {channels !== null && (
      <Form.Item name="channels" label="渠道" {...close}>
        <Checkbox.Group options={channels.map((c) => ({ value: c.id, label: c.title }))} />
      </Form.Item>
    )}
  </Space>
);
