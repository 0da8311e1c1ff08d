import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { FactFields } from './fact.fields.tsx';
import { faultsIn } from './field.faults.ts';
import { PlaceFields } from './place.fields.tsx';
import { required } from './required.ts';
import { bodyOf, valuesOf, type Values } from './target.values.ts';
import type { Register, TargetDetail, Written } from './targets.ts';

interface Props {
  readonly kinds: Register['kinds'];
  /** Null for a new one. */
  readonly target: TargetDetail | null;
  readonly busy: boolean;
  /** Why it was not saved; what is said of a field stands at that field. */
  readonly refusal: Error | null;
  readonly onSave: (id: string, body: Written) => void;
}

/** A target, with the fields that its channel asks for. */
export function TargetForm({ kinds, target, busy, refusal, onSave }: Props) {
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('kind', form) ?? target?.kind ?? kinds[0]?.id;
  const kind = kinds.find((k) => k.id === chosen);
  useEffect(() => {
    const shown = form.getFieldsError().map(({ name }) => name);
    const faults = faultsIn(refusal, shown);
    form.setFields(faults as Parameters<typeof form.setFields>[0]);
    const [first] = faults;
    if (first !== undefined) form.scrollToField(first.name, { block: 'center' });
  }, [form, refusal]);
  return (
    <Form
      form={form}
      layout="vertical"
      scrollToFirstError={{ block: 'center' }}
      initialValues={valuesOf(target, kinds)}
      onFinish={(v) => onSave(v.id, bodyOf({ ...valuesOf(target, kinds), ...v }, target))}
    >
      <Form.Item name="id" {...required('编号')}>
        <Input disabled={target !== null} maxLength={40} placeholder="字母、数字和连字符，永不复用" />
      </Form.Item>
      <Form.Item name="title" {...required('名称')}>
        <Input maxLength={60} placeholder="名称" />
      </Form.Item>
      <Form.Item name="kind" {...required('类型')}>
        <Select disabled={target !== null} options={kinds.map((k) => ({ value: k.id, label: k.title }))} />
      </Form.Item>
      <PlaceFields choice={kind?.choice} />
      {kind !== undefined && <FactFields kind={kind} set={target?.secrets ?? []} fresh={target === null} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        保存
      </Button>
    </Form>
  );
}
