import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useDenyCodes } from '../catalogue/catalogue.ts';
import { useChannels } from '../channels/channels.ts';
import { ConsequenceTable } from './consequence.table.tsx';
import type { Question, Step } from './publication.steps.ts';

interface Props {
  readonly step: Step;
  readonly reached: readonly string[];
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onTake: (answers: object) => void;
}

const required = (message: string) => [{ required: true, message }];

/** Asks what a step needs to know. */
export function StepDialog({ step, reached, busy, onCancel, onTake }: Props) {
  const [form] = Form.useForm<object>();
  const channels = useChannels();
  return (
    <Modal
      open
      title={step.label}
      width={step.ends === true ? 760 : 520}
      okText={`确认${step.label}`}
      okButtonProps={{ loading: busy, danger: step.look === 'danger' }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {step.ends === true && <ConsequenceTable ids={reached} channels={channels.data} of="withdraw" />}
      <Form
        form={form}
        layout="vertical"
        style={{ marginTop: 12 }}
        onFinish={(answers) => onTake(answers)}
        initialValues={{ block: 1, verdict: 'upheld' }}
      >
        {step.ask?.map((question) => (
          <Item key={question} question={question} />
        ))}
      </Form>
    </Modal>
  );
}

function Item({ question }: { question: Question }) {
  switch (question) {
    case 'reason':
      return (
        <Form.Item name="reason" label="理由" rules={required('请写明理由')}>
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      );
    case 'words':
      return (
        <Form.Item name="words" label="意见" rules={required('请写明意见')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      );
    case 'basis':
      return (
        <Form.Item name="basis" label="废止依据（文号或文件名）" rules={required('请写明依据')}>
          <Input maxLength={200} />
        </Form.Item>
      );
    case 'block':
      return (
        <Form.Item name="block" label="第几段（0 为标题）" rules={required('请写明段落')}>
          <InputNumber min={0} max={5000} />
        </Form.Item>
      );
    case 'verdict':
      return (
        <Form.Item name="verdict" label="补审结论">
          <Radio.Group
            options={[
              { value: 'upheld', label: '予以确认' },
              { value: 'faulted', label: '认定有误' },
            ]}
          />
        </Form.Item>
      );
    case 'code':
      return (
        <Form.Item name="code" label="不予公开或报请的法定理由">
          <CodeSelect />
        </Form.Item>
      );
  }
}

function CodeSelect(props: { value?: string; onChange?: (value: string) => void }) {
  const codes = useDenyCodes();
  return (
    <Select
      {...props}
      allowClear
      options={(codes.data ?? []).map((c) => ({ value: c.code, label: `${c.code} ${c.title}` }))}
      placeholder="可不选"
    />
  );
}
