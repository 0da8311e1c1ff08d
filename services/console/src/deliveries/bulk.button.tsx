import { Alert, App, Button, Form, Input, Modal, Spin } from 'antd';
import { useState } from 'react';
import { Trouble } from '../frame/page.tsx';
import { stepOn, useSession } from '../session/session.ts';
import { useBegin, useEstimate } from './bulk.ts';
import type { Narrowed } from './matrix.saved.ts';

interface Props {
  readonly saved: Narrowed;
  /** How many wait for a person. */
  readonly hand: number;
}

/** Asks again for all that the matrix is narrowed to; where the hub offers it. */
export function BulkButton({ saved, hand }: Props) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (stepOn(session.data, 'deliveries', 'retry-all') === undefined || hand === 0) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        批量重试
      </Button>
      {open && <BulkDialog saved={saved} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What it would do, why, and then it begins. */
function BulkDialog({ saved, onClose }: { readonly saved: Narrowed; readonly onClose: () => void }) {
  const estimate = useEstimate(saved);
  const begin = useBegin();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const expected = estimate.data?.deliveries ?? 0;
  const start = ({ reason }: { reason: string }): void =>
    begin.mutate(
      { filter: saved, reason: reason.trim(), expected },
      {
        onSuccess: () => {
          void message.success('已开始批量重试，进度见本页');
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title="批量重试"
      okText={`重试 ${expected} 条`}
      okButtonProps={{ disabled: expected === 0 || estimate.isFetching, loading: begin.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Trouble errors={[estimate.error, begin.error]} />
      {estimate.data === undefined ? estimate.error === null && <Spin /> : <Estimate of={estimate.data} />}
      <Form form={form} layout="vertical" onFinish={start} style={{ marginTop: 12 }}>
        <Form.Item
          name="reason"
          label="理由（每一条都记入审计）"
          rules={[{ required: true, whitespace: true, message: '请写明理由，例如“签名已报备”' }]}
        >
          <Input maxLength={500} placeholder="例如：签名已报备" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const Estimate = ({ of }: { of: NonNullable<ReturnType<typeof useEstimate>['data']> }) => (
  <>
    <p>
      {of.most && '符合条件的很多，一次最多'} {of.deliveries}{' '}
      条投递会逐条重新办理；结果不明的先核实，已送达的不会重发。
    </p>
    <ul>
      {of.channels.map(({ channel, title, deliveries, people }) => (
        <li key={channel}>
          {title}：{deliveries} 条{people !== null && people > 0 && `，尚未送达 ${people} 处`}
          {people === null && '，未送达数没有统计'}
        </li>
      ))}
    </ul>
    {of.words.length > 0 && (
      <Alert
        type="warning"
        showIcon
        title={of.words.map((line) => (
          <div key={line}>{line}</div>
        ))}
      />
    )}
  </>
);
