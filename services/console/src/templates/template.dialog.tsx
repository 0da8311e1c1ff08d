import { Alert, Form, Input, Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import { DayField } from '../frame/day.field.tsx';
import { useFilling, useTemplates, type Blank, type Made, type Values } from './templates.ts';

interface Props {
  /** Whether something is written already, which a template would take the place of. */
  readonly isWritten: boolean;
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}

/** A notice of the usual kind: what it lacks is asked once, each in a field. */
export function TemplateDialog({ isWritten, onMade, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const templates = useTemplates(true);
  const [code, setCode] = useState<string>();
  const filling = useFilling((made) => {
    onMade(made);
    onClose();
  });
  const chosen = templates.data?.find((one) => one.code === code);
  const fill = (values: Values): void => {
    if (chosen !== undefined) filling.mutate({ code: chosen.code, values: given(values, chosen.blanks) });
  };
  return (
    <Modal
      open
      title="用模板起草"
      okText="填入正文"
      okButtonProps={{ disabled: chosen === undefined, loading: filling.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {isWritten && (
        <Alert
          type="warning"
          showIcon
          title="页面上已有的标题和正文会被模板替换。"
          style={{ marginBottom: 12 }}
        />
      )}
      {templates.error !== null && <Alert type="error" showIcon title={templates.error.message} />}
      {filling.error !== null && <Alert type="error" showIcon title={filling.error.message} />}
      <Form form={form} layout="vertical" onFinish={fill} preserve={false}>
        <Form.Item label="模板" htmlFor="template">
          <Select
            id="template"
            autoFocus
            value={code}
            loading={templates.isPending}
            onChange={setCode}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择一种常用告示"
            options={(templates.data ?? []).map((one) => ({ value: one.code, label: one.title }))}
          />
        </Form.Item>
        {templates.isPending && <Spin />}
        {chosen?.blanks.map((blank) => (
          <BlankItem key={`${chosen.code} ${blank.key}`} blank={blank} />
        ))}
      </Form>
      现在不清楚的可以先空着：正文里会留下【待填】，按 F8 逐处补写，补齐才能送审。
    </Modal>
  );
}

function BlankItem({ blank: { key, title, hint = '', kind } }: { blank: Blank }) {
  if (kind === 'period') return <Period of={key} title={title} />;
  return (
    <Form.Item name={key} label={title}>
      {kind === 'long' ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} placeholder={hint} />
      ) : (
        <Input maxLength={300} placeholder={hint} />
      )}
    </Form.Item>
  );
}

const Period = ({ of, title }: { of: string; title: string }) => (
  <Form.Item label={title} style={{ marginBottom: 0 }}>
    <Form.Item name={[of, 'from']} style={{ display: 'inline-block' }}>
      <DayField aria-label={`${title}，从`} />
    </Form.Item>
    <span style={{ padding: '0 8px' }}>至</span>
    <Form.Item name={[of, 'to']} style={{ display: 'inline-block' }}>
      <DayField aria-label={`${title}，到`} />
    </Form.Item>
  </Form.Item>
);

/** A period of which a day is missing stays blank. */
function given(values: Values, blanks: readonly Blank[]): Values {
  return Object.fromEntries(
    blanks.flatMap(({ key }) => {
      const value = values[key];
      const isThere =
        typeof value === 'object' ? value.from && value.to : value !== undefined && value !== '';
      return isThere && value !== undefined ? [[key, value]] : [];
    }),
  );
}
