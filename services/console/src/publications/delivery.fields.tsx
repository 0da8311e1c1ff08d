import { Checkbox, Form, Radio, Space, Switch } from 'antd';
import { MomentField } from '../frame/day.field.tsx';
import type { Channel } from '../api/hub.types.ts';

interface Props {
  /** An exercise is one from the beginning. */
  readonly isNew: boolean;
  /** Null where nobody may choose. */
  readonly channels: readonly Channel[] | null;
}

const lanes = [
  { value: 'normal', label: '普通' },
  { value: 'urgent', label: '紧急' },
];
const close = { style: { marginBottom: 0 } };

/** How it goes out, when and where. */
export const DeliveryFields = ({ isNew, channels }: Props) => (
  <Space wrap size={[24, 8]}>
    <Form.Item name="lane" label="通道" {...close}>
      <Radio.Group optionType="button" options={lanes} />
    </Form.Item>
    <Form.Item name="publishAt" label="定时发布" {...close}>
      <MomentField />
    </Form.Item>
    <Form.Item name="expiresAt" label="到期失效" {...close}>
      <MomentField />
    </Form.Item>
    <Form.Item name="drill" label="演练" valuePropName="checked" hidden={!isNew} {...close}>
      <Switch />
    </Form.Item>
    {channels !== null && (
      <Form.Item name="channels" label="渠道" {...close}>
        <Checkbox.Group options={channels.map((c) => ({ value: c.id, label: c.title }))} />
      </Form.Item>
    )}
  </Space>
);
