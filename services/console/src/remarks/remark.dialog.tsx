import { Form, Input, Modal } from 'antd';

interface Props {
  /** The words, or the place, it is about. */
  readonly about: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onWritten: (words: string) => void;
}

/** Asks what is to be said about some words. */
export function RemarkDialog({ about, busy, onCancel, onWritten }: Props) {
  const [form] = Form.useForm<{ words: string }>();
  return (
    <Modal
      open
      title="批注"
      okText="写下批注"
      okButtonProps={{ loading: busy }}
      onOk={form.submit}
      onCancel={onCancel}
    >
      <blockquote className="towncrier-remark-quoted">{about}</blockquote>
      <Form form={form} layout="vertical" onFinish={({ words }) => onWritten(words)}>
        <Form.Item
          name="words"
          label="意见"
          rules={[{ required: true, whitespace: true, message: '请填写意见' }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
