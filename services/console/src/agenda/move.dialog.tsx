import { Alert, Form, Modal, Typography } from 'antd';
import { MomentField } from '../frame/day.field.tsx';
import { Trouble } from '../frame/page.tsx';
import { useMove, type Entry } from './agenda.ts';

interface Props {
  readonly entry: Entry;
  readonly move: NonNullable<Entry['move']>;
  /** The day it was drawn to. */
  readonly day: string;
  readonly onClose: () => void;
}

/** Asks for the hour, tells what it costs, and keeps what was chosen when the hub refuses. */
export function MoveDialog({ entry, move: { publication, version, step, price }, day, onClose }: Props) {
  const [form] = Form.useForm<{ at: string }>();
  const move = useMove();
  const send = ({ at }: { at: string }): void =>
    move.mutate(
      { id: publication, version, publishAt: new Date(`${at}:00+08:00`).toISOString() },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={step.label}
      okText={step.label}
      okButtonProps={{ loading: move.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Typography.Paragraph strong>{entry.title}</Typography.Paragraph>
      {price !== null && <Alert type="warning" showIcon title={price} style={{ marginBottom: 12 }} />}
      <Trouble errors={[move.error]} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ at: `${day}T${entry.time ?? ''}` }}
        onFinish={send}
      >
        <Form.Item
          name="at"
          label="新的发布时间（北京时间）"
          rules={[{ required: true, message: '请填写发布时间' }]}
        >
          <MomentField />
        </Form.Item>
      </Form>
    </Modal>
  );
}
