import { Checkbox, Modal, Space, Typography } from 'antd';
import { useState } from 'react';
import type { Problem } from '../api/hub.types.ts';

type Omissions = NonNullable<Problem['omissions']>;

interface Props {
  readonly omissions: Omissions;
  /** Channel → what was accepted for it. */
  readonly onAccept: (accept: Record<string, string>) => void;
}

/** What readers of channels would miss; the editor accepts it channel by channel, or goes back to the words. */
export function AcceptOmissions({ omissions, onAccept }: Props) {
  const [open, setOpen] = useState(true);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const tick = (channel: string, checked: boolean): void =>
    setSeen(checked ? [...seen, channel] : seen.filter((id) => id !== channel));
  const accept = (): void => {
    setOpen(false);
    onAccept(Object.fromEntries(omissions.map(({ channel, key }) => [channel, key])));
  };
  return (
    <Modal
      open={open}
      title="这些渠道的读者看不到部分内容"
      okText="确认并提交审核"
      cancelText="返回修改"
      okButtonProps={{ disabled: seen.length < omissions.length }}
      onOk={accept}
      onCancel={() => setOpen(false)}
    >
      <Typography.Paragraph type="secondary">
        请逐个渠道确认。全文见各渠道所附链接；也可返回，写明摘要，或不选该渠道。
      </Typography.Paragraph>
      <Space orientation="vertical" size={12} style={{ width: '100%' }}>
        {omissions.map(({ channel, title, messages }) => (
          <div key={channel}>
            <Checkbox
              checked={seen.includes(channel)}
              onChange={(event) => tick(channel, event.target.checked)}
            >
              {title}不载以下内容，我已知悉
            </Checkbox>
            <ul style={{ margin: '4px 0 0', paddingInlineStart: 42 }}>
              {messages.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </div>
        ))}
      </Space>
    </Modal>
  );
}
