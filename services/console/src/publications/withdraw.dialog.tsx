import { Alert, Checkbox, Form, Input, Modal } from 'antd';
import type { Channel, Publication } from '../api/hub.types.ts';
import { ConsequenceTable } from './consequence.table.tsx';

interface Props {
  readonly publication: Publication;
  readonly channels: readonly Channel[] | undefined;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onWithdraw: (answers: { reason: string; endsNoticeEarly?: boolean }) => void;
}

/** What will happen on each channel, before the click. */
export function WithdrawDialog({ publication, channels, busy, onCancel, onWithdraw }: Props) {
  const [form] = Form.useForm<{ reason: string; endsNoticeEarly?: boolean }>();
  const notice = publication.editions.some(
    (e) => e.edition === publication.inForce && e.content.publicNotice !== undefined,
  );
  return (
    <Modal
      open
      title={`撤回《${publication.title}》`}
      width={760}
      okText="确认撤回"
      okButtonProps={{ danger: true, loading: busy }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Alert
        type="warning"
        showIcon
        title="撤回会立即送达下列渠道；各渠道的结果如下，请先看清再确认。"
        style={{ marginBottom: 12 }}
      />
      <ConsequenceTable ids={publication.channels} channels={channels} of="withdraw" />
      <Form form={form} layout="vertical" onFinish={onWithdraw} style={{ marginTop: 16 }}>
        {notice && (
          <Form.Item name="endsNoticeEarly" valuePropName="checked">
            <Checkbox>公示期内撤回：确认提前结束公示</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label="撤回原因（公开）"
          rules={[{ required: true, whitespace: true, message: '请写明公众能看到的撤回原因' }]}
        >
          <Input.TextArea rows={2} maxLength={500} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
