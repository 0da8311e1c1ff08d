import { Button, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd';
import { Trouble } from '../app/page.tsx';
import { useChangeColumn, useTypes, type Column } from './columns.ts';

/** What may be changed of a column; the rest stays as it is. */
export function ColumnDrawer({ column, onClose }: { column: Column; onClose: () => void }) {
  const types = useTypes();
  const change = useChangeColumn(onClose);
  return (
    <Drawer open size="large" title={column.title} onClose={onClose}>
      <Trouble errors={[change.error]} />
      <Form<Column>
        layout="vertical"
        initialValues={column}
        onFinish={(values) => change.mutate({ ...column, ...values })}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="reviewLevels" label="审核级数（1–3）">
          <InputNumber min={1} max={3} />
        </Form.Item>
        <Form.Item name="secrecyReview" label="保密审查" valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="defaultType" label="默认类型">
          <Select options={(types.data ?? []).map((t) => ({ value: t.code, label: t.title }))} />
        </Form.Item>
        <Form.Item name="abolished" label="已撤销" valuePropName="checked">
          <Switch />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存
        </Button>
      </Form>
    </Drawer>
  );
}
