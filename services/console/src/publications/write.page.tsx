import {
  Alert,
  Button,
  Card,
  Checkbox,
  Form,
  Input,
  Radio,
  Select,
  Space,
  Spin,
  Switch,
  Tag,
  Typography,
} from 'antd';
import { useEffect, useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import { Refused } from '../api/refused.ts';
import type { Publication } from '../api/hub.types.ts';
import { go } from '../app/route.ts';
import { useChannels } from '../channels/channels.ts';
import { ConsequenceTable } from './consequence.table.tsx';
import { ConflictPanel } from './conflict.panel.tsx';
import { FileButtons, type Attachment } from './file.buttons.tsx';
import { MatterFields, useForm } from './matter.fields.tsx';
import { useEditingLock } from './editing.lock.ts';
import { PreviewStrip } from './preview.strip.tsx';
import { usePreviews, usePublication } from './publications.ts';
import { asInstant, asMatter, asSource, asWritten, type Written, type WrittenSource } from './written.ts';

interface Props {
  readonly id?: string;
  readonly purpose?: 'edit' | 'correct';
}

const titles = { new: '撰写发布件', edit: '修改草稿', correct: '更正（拟写下一版）' } as const;

export function WritePage({ id, purpose }: Props) {
  const before = usePublication(id);
  if (id !== undefined && before.data === undefined)
    return before.error === null ? <Spin /> : <Alert type="error" showIcon title={before.error.message} />;
  return <Composer before={before.data} purpose={purpose} />;
}

function Composer({
  before,
  purpose,
}: {
  before: Publication | undefined;
  purpose: 'edit' | 'correct' | undefined;
}) {
  const [form] = Form.useForm<Written>();
  const kept = before?.editions.at(-1)?.content;
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const channels = useChannels();
  const [source, setSource] = useState<WrittenSource | null>(
    before === undefined ? null : asSource(asWritten(before), kept),
  );
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Error>();
  const lock = useEditingLock(purpose === 'edit' ? before?.id : undefined);
  const previews = usePreviews(source);
  const chosen = Form.useWatch('channels', form) ?? channels.data?.map((c) => c.id) ?? [];
  const written = Form.useWatch([], form) as Written | undefined;
  const fields = useForm(written?.matter?.type, written?.matter?.item);

  // All channels unless the editor says otherwise; shown ticked, so that nobody has to guess.
  useEffect(() => {
    if (channels.data !== undefined && form.getFieldValue('channels') === undefined)
      form.setFieldValue(
        'channels',
        channels.data.map((c) => c.id),
      );
  }, [channels.data, form]);

  useEffect(() => {
    const wait = setTimeout(
      () => setSource(written === undefined ? null : sourceOf(asSource(written, kept), attachments)),
      400,
    );
    return () => clearTimeout(wait);
  }, [written, kept, attachments]);

  async function save(values: Written): Promise<void> {
    setSaving(true);
    setTrouble(undefined);
    const matter = asMatter(
      values,
      (fields.data ?? []).filter((f) => f.kind === 'list').map((f) => f.key),
    );
    const common = {
      ...sourceOf(asSource(values, kept), attachments),
      ...(matter === undefined ? {} : { matter }),
      lane: values.lane,
      schedule: { publishAt: asInstant(values.publishAt), expiresAt: asInstant(values.expiresAt) },
      drill: values.drill ?? false,
      ...(values.channels === undefined ? {} : { channels: values.channels }),
    };
    const base = before?.editions.at(-1)?.contentHash;
    try {
      const saved =
        before === undefined
          ? await answerOf(hub.POST('/api/v1/publications', { body: common }))
          : purpose === 'correct'
            ? await answerOf(
                hub.POST('/api/v1/publications/{id}/correct', {
                  params: { path: { id: before.id } },
                  body: { version: before.version, reason: values.reason ?? '', ...common },
                }),
              )
            : await answerOf(
                hub.PUT('/api/v1/publications/{id}/draft', {
                  params: { path: { id: before.id } },
                  body: {
                    version: before.version,
                    ...common,
                    ...(base === undefined ? {} : { base }),
                    takeOver: lock.isSuccess,
                  },
                }),
              );
      go({ at: 'publication', id: saved.id });
    } catch (error) {
      setTrouble(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        {titles[before === undefined ? 'new' : (purpose ?? 'edit')]}
      </Typography.Title>
      {lock.error !== null && (
        <Alert
          type="warning"
          showIcon
          title={lock.error.message}
          action={
            <Button size="small" onClick={() => lock.mutate(true)}>
              接手编辑
            </Button>
          }
        />
      )}
      {trouble !== undefined && (
        <Alert type="error" showIcon title={trouble.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      {trouble instanceof Refused && trouble.problem.conflict !== undefined && (
        <ConflictPanel regions={trouble.problem.conflict} />
      )}
      <Card size="small">
        <Form
          form={form}
          layout="vertical"
          initialValues={asWritten(before)}
          onFinish={(values) => void save(values)}
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'Enter' && !event.nativeEvent.isComposing) form.submit();
          }}
        >
          {purpose === 'correct' && before !== undefined && (
            <div style={{ marginBottom: 12 }}>
              <ConsequenceTable ids={before.channels} channels={channels.data} of="correct" />
            </div>
          )}
          {purpose === 'correct' && (
            <Form.Item
              name="reason"
              label="更正原因（公开）"
              rules={[{ required: true, message: '请写明公众能看到的更正原因' }]}
            >
              <Input maxLength={500} />
            </Form.Item>
          )}
          <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr 1fr 1fr 1fr', gap: 12 }}>
            <Form.Item name="title" label="标题（留空则从正文识别）">
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="shortTitle" label="短标题（短信、LED 等）">
              <Input maxLength={64} />
            </Form.Item>
            <Form.Item name="issuer" label="发布机构">
              <Input maxLength={100} placeholder="从正文识别" />
            </Form.Item>
            <Form.Item name="documentNumber" label="文号">
              <Input maxLength={60} placeholder="如 开政办发〔2026〕8号" />
            </Form.Item>
            <Form.Item name="writtenOn" label="成文日期">
              <Input type="date" />
            </Form.Item>
          </div>
          <MatterFields form={form} />
          <Space wrap size={24} style={{ marginBottom: 8 }}>
            <Form.Item name="format" label="格式" style={{ marginBottom: 0 }}>
              <Select
                style={{ width: 140 }}
                options={[
                  { value: 'text', label: '纯文本' },
                  { value: 'markdown', label: 'Markdown' },
                  { value: 'html', label: 'HTML' },
                  ...(before === undefined ? [] : [{ value: 'document', label: '结构化正文' }]),
                ]}
              />
            </Form.Item>
            <Form.Item name="lane" label="通道" style={{ marginBottom: 0 }}>
              <Radio.Group
                optionType="button"
                options={[
                  { value: 'normal', label: '普通' },
                  { value: 'urgent', label: '紧急' },
                ]}
              />
            </Form.Item>
            <Form.Item name="publishAt" label="定时发布" style={{ marginBottom: 0 }}>
              <Input type="datetime-local" />
            </Form.Item>
            <Form.Item name="expiresAt" label="到期失效" style={{ marginBottom: 0 }}>
              <Input type="datetime-local" />
            </Form.Item>
            <Form.Item name="drill" label="演练" valuePropName="checked" style={{ marginBottom: 0 }}>
              <Switch />
            </Form.Item>
            {purpose !== 'correct' && (
              <Form.Item name="channels" label="渠道" style={{ marginBottom: 0 }}>
                <Checkbox.Group
                  options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
                />
              </Form.Item>
            )}
            <FileButtons
              onText={(format, text) => form.setFieldsValue({ format, source: text })}
              onAttachment={(file) =>
                setAttachments((all) => [...all.filter((a) => a.href !== file.href), file])
              }
            />
          </Space>
          {attachments.length > 0 && (
            <div style={{ marginBottom: 8 }}>
              附件：
              {attachments.map((a) => (
                <Tag
                  key={a.href}
                  closable
                  onClose={() => setAttachments(attachments.filter((other) => other !== a))}
                >
                  {a.name}
                </Tag>
              ))}
            </div>
          )}
          <Form.Item
            name="source"
            label="正文（可直接粘贴）"
            rules={[{ required: true, message: '请填写或粘贴正文' }]}
          >
            <Input.TextArea autoSize={{ minRows: 12, maxRows: 26 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={saving}>
            保存草稿（Ctrl+Enter）
          </Button>
        </Form>
      </Card>
      {previews.error !== null && source?.source.trim() !== '' && (
        <Alert type="warning" showIcon title={previews.error.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      {previews.data?.findings.map((f) => (
        <Alert key={f.field + f.message} type="info" showIcon title={`${f.message}${f.remedy}`} />
      ))}
      {previews.data !== undefined && (
        <>
          <Typography.Title level={5} style={{ margin: 0 }}>
            各渠道预览{previews.isFetching ? '（更新中…）' : ''}
          </Typography.Title>
          <PreviewStrip channels={channels.data} renditions={previews.data.renditions} only={chosen} />
        </>
      )}
    </Space>
  );
}

const sourceOf = (source: WrittenSource, attachments: readonly Attachment[]): WrittenSource =>
  attachments.length === 0
    ? source
    : { ...source, attachments: attachments.map(({ name, href, bytes }) => ({ name, href, bytes })) };
