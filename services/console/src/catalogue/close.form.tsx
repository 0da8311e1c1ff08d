import { Button, Form, Input, Select } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import { useDenyCodes } from './catalogue.ts';
import type { Given } from './closed.ts';

interface Props {
  readonly busy: boolean;
  readonly onClose: (given: Given) => void;
}

/** Puts something on the list of what stays closed, with its legal ground and the day it is looked at again. */
export function CloseForm({ busy, onClose }: Props) {
  const codes = useDenyCodes();
  return (
    <Form layout="inline" style={{ rowGap: 8 }} onFinish={onClose}>
      <Form.Item name="name" rules={[{ required: true, message: '请填写名称' }]}>
        <Input placeholder="信息名称" maxLength={100} />
      </Form.Item>
      <Form.Item name="code" rules={[{ required: true, message: '请选择理由' }]}>
        <Select
          aria-label="法定理由"
          style={{ width: 230 }}
          placeholder="法定理由"
          options={(codes.data ?? []).map((c) => ({ value: c.code, label: `${c.code} ${c.title}` }))}
        />
      </Form.Item>
      <Form.Item name="basis">
        <Input placeholder="法条（N14b 必填）" maxLength={300} />
      </Form.Item>
      <Form.Item name="reason" rules={[{ required: true, message: '请写明理由' }]}>
        <Input placeholder="具体理由" maxLength={500} />
      </Form.Item>
      <Form.Item name="reviewOn" label="评估日期" rules={[{ required: true, message: '请填写评估日期' }]}>
        <DayField />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        列入清单
      </Button>
    </Form>
  );
}
