import { Button, Form, Input, Select, Space, Typography } from 'antd';
import type { Essential } from '../api/hub.types.ts';
import { useWords } from '../session/words.tsx';

/** The most that an edition takes. */
const most = 20;

/**
 * What short texts (messages, posts, screens) say: read from the words, until the editor writes it. `read` is what
 * the hub found.
 */
export function EssentialsFields({ read }: { read: readonly Essential[] }) {
  const form = Form.useFormInstance();
  const written = Form.useWatch('essentials', { form, preserve: true }) as readonly Essential[] | undefined;
  const own = written !== undefined;
  return (
    <Form.Item id="essentials" label="要素（短信、微博、大屏取用）" style={{ marginBottom: 12 }}>
      {own ? <Rows /> : <Read essentials={read} />}
      <Button
        size="small"
        type="link"
        onClick={() => form.setFieldValue('essentials', own ? undefined : read.map((one) => ({ ...one })))}
      >
        {own ? '恢复从正文识别' : '修改要素'}
      </Button>
    </Form.Item>
  );
}

function Read({ essentials }: { essentials: readonly Essential[] }) {
  const { titleOf } = useWords('list', 'essential');
  if (essentials.length === 0)
    return <Typography.Text type="secondary">没有从正文认出时间、地点、电话等要素</Typography.Text>;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {essentials.map(({ kind, label, words, block }) => (
        <li key={`${kind} ${words}`}>
          {label === '' ? titleOf(kind) : label}：{words}
          {block !== null && <Typography.Text type="secondary">（第 {block + 1} 段）</Typography.Text>}
        </li>
      ))}
    </ul>
  );
}

const Rows = () => {
  const kinds = useWords('list', 'essential');
  return (
    <Form.List name="essentials">
      {(fields, { add, remove }) => (
        <Space orientation="vertical" style={{ width: '100%' }}>
          {fields.map(({ key, name }) => (
            <Space key={key} align="baseline" wrap>
              <Form.Item noStyle name={[name, 'kind']}>
                <Select aria-label="要素种类" options={kinds.options} style={{ width: 110 }} />
              </Form.Item>
              <Form.Item noStyle name={[name, 'label']}>
                <Input aria-label="要素名称" placeholder="名称，可空" maxLength={20} style={{ width: 150 }} />
              </Form.Item>
              <Form.Item noStyle name={[name, 'words']} rules={[{ required: true, message: '请填写要素' }]}>
                <Input aria-label="要素内容" maxLength={300} style={{ width: 420 }} />
              </Form.Item>
              <Form.Item name={[name, 'block']} hidden>
                <Input />
              </Form.Item>
              <Button size="small" onClick={() => remove(name)}>
                移除
              </Button>
            </Space>
          ))}
          {fields.length < most && (
            <Button
              size="small"
              type="dashed"
              onClick={() => add({ kind: 'when', label: '', words: '', block: null })}
            >
              ＋添一项
            </Button>
          )}
        </Space>
      )}
    </Form.List>
  );
};
