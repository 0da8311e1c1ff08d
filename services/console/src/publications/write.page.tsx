import { Alert, App, Button, Card, Checkbox, Form, Input, Radio, Select, Space, Spin, Switch, Typography, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { call, Refused } from '../api/api.client.ts';
import type { EditionView, Publication, Source } from '../api/api.types.ts';
import { go } from '../app/route.ts';
import { useChannels } from '../channels/channels.ts';
import { ConflictPanel } from './conflict.panel.tsx';
import { useEditingLock } from './editing.lock.ts';
import { PreviewStrip } from './preview.strip.tsx';
import { usePreviews, usePublication } from './publications.ts';
import { formatOf, readTextFile } from './text.file.ts';

interface Written { format: Source['format']; source: string; title?: string; shortTitle?: string; issuer?: string; lane: 'normal' | 'urgent'; channels?: string[]; reason?: string; publishAt?: string; expiresAt?: string; drill?: boolean }
interface Props { readonly id?: string; readonly purpose?: 'edit' | 'correct' }

const titles = { new: '撰写发布件', edit: '修改草稿', correct: '更正（拟写下一版）' } as const;

export function WritePage({ id, purpose }: Props) {
  const before = usePublication(id);
  if (id !== undefined && before.data === undefined) return before.error === null ? <Spin /> : <Alert type="error" showIcon title={before.error.message} />;
  return <Composer before={before.data} purpose={purpose} />;
}

/** The clock on the wall in China, as a form shows it. */
const asClock = (instant: string | null): string => (instant === null ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16));
const asInstant = (clock: string | undefined): string | null => (clock === undefined || clock === '' ? null : new Date(`${clock}:00+08:00`).toISOString());

function asWritten(p: Publication | undefined): Partial<Written> {
  const edition: EditionView | undefined = p?.editions.at(-1);
  if (p === undefined || edition === undefined) return { format: 'text', lane: 'normal', source: '' };
  const { title, shortTitle, header } = edition.content;
  return { format: 'document', source: JSON.stringify(edition.content.body, null, 1), title, ...(shortTitle === undefined ? {} : { shortTitle }), issuer: header.issuer, lane: p.lane, channels: [...p.channels], publishAt: asClock(edition.schedule.publishAt), expiresAt: asClock(edition.schedule.expiresAt) };
}

function asSource(w: Partial<Written>): Source {
  const said = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());
  const [title, shortTitle, issuer] = [said(w.title), said(w.shortTitle), said(w.issuer)];
  return { format: w.format ?? 'text', source: w.source ?? '', ...(title === undefined ? {} : { title }), ...(shortTitle === undefined ? {} : { shortTitle }), ...(issuer === undefined ? {} : { header: { issuer } }) };
}

function Composer({ before, purpose }: { before: Publication | undefined; purpose: 'edit' | 'correct' | undefined }) {
  const [form] = Form.useForm<Written>();
  const { message } = App.useApp();
  const channels = useChannels();
  const [source, setSource] = useState<Source | null>(before === undefined ? null : asSource(asWritten(before)));
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Error>();
  const lock = useEditingLock(purpose === 'edit' ? before?.id : undefined);
  const previews = usePreviews(source);
  const chosen = Form.useWatch('channels', form) ?? channels.data?.map((c) => c.id) ?? [];
  const written = Form.useWatch([], form) as Written | undefined;

  // All channels unless the editor says otherwise; shown ticked, so that nobody has to guess.
  useEffect(() => {
    if (channels.data !== undefined && form.getFieldValue('channels') === undefined) form.setFieldValue('channels', channels.data.map((c) => c.id));
  }, [channels.data, form]);

  useEffect(() => {
    const wait = setTimeout(() => setSource(written === undefined ? null : asSource(written)), 400);
    return () => clearTimeout(wait);
  }, [written]);

  async function save(values: Written): Promise<void> {
    setSaving(true);
    setTrouble(undefined);
    const common = { ...asSource(values), lane: values.lane, schedule: { publishAt: asInstant(values.publishAt), expiresAt: asInstant(values.expiresAt) }, drill: values.drill ?? false, ...(values.channels === undefined ? {} : { channels: values.channels }) };
    try {
      const saved = before === undefined ? await call<Publication>('POST', '/publications', common)
        : purpose === 'correct' ? await call<Publication>('POST', `/publications/${before.id}/correct`, { version: before.version, reason: values.reason ?? '', ...common })
        : await call<Publication>('PUT', `/publications/${before.id}/draft`, { version: before.version, ...common, base: before.editions.at(-1)?.contentHash, takeOver: lock.isSuccess });
      go({ at: 'publication', id: saved.id });
    } catch (error) {
      setTrouble(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setSaving(false);
    }
  }

  async function open(file: File): Promise<void> {
    try {
      form.setFieldsValue({ source: await readTextFile(file), format: formatOf(file.name) });
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>{titles[before === undefined ? 'new' : purpose ?? 'edit']}</Typography.Title>
      {lock.error !== null && <Alert type="warning" showIcon title={lock.error.message} action={<Button size="small" onClick={() => lock.mutate(true)}>接手编辑</Button>} />}
      {trouble !== undefined && <Alert type="error" showIcon title={trouble.message} style={{ whiteSpace: 'pre-wrap' }} />}
      {trouble instanceof Refused && trouble.problem.conflict !== undefined && <ConflictPanel regions={trouble.problem.conflict} />}
      <Card size="small">
        <Form form={form} layout="vertical" initialValues={asWritten(before)} onFinish={(values) => void save(values)} onKeyDown={(event) => { if (event.ctrlKey && event.key === 'Enter' && !event.nativeEvent.isComposing) form.submit(); }}>
          {purpose === 'correct' && <Form.Item name="reason" label="更正原因（公开）" rules={[{ required: true, message: '请写明公众能看到的更正原因' }]}><Input maxLength={500} /></Form.Item>}
          <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr 1fr', gap: 12 }}>
            <Form.Item name="title" label="标题（留空则从正文识别）"><Input maxLength={200} /></Form.Item>
            <Form.Item name="shortTitle" label="短标题（短信、LED 等）"><Input maxLength={64} /></Form.Item>
            <Form.Item name="issuer" label="发布机构"><Input maxLength={100} placeholder="从正文识别" /></Form.Item>
          </div>
          <Space wrap size={24} style={{ marginBottom: 8 }}>
            <Form.Item name="format" label="格式" style={{ marginBottom: 0 }}><Select style={{ width: 140 }} options={[{ value: 'text', label: '纯文本' }, { value: 'markdown', label: 'Markdown' }, { value: 'html', label: 'HTML' }, ...(before === undefined ? [] : [{ value: 'document', label: '结构化正文' }])]} /></Form.Item>
            <Form.Item name="lane" label="通道" style={{ marginBottom: 0 }}><Radio.Group optionType="button" options={[{ value: 'normal', label: '普通' }, { value: 'urgent', label: '紧急' }]} /></Form.Item>
            <Form.Item name="publishAt" label="定时发布" style={{ marginBottom: 0 }}><Input type="datetime-local" /></Form.Item>
            <Form.Item name="expiresAt" label="到期失效" style={{ marginBottom: 0 }}><Input type="datetime-local" /></Form.Item>
            <Form.Item name="drill" label="演练" valuePropName="checked" style={{ marginBottom: 0 }}><Switch /></Form.Item>
            {purpose !== 'correct' && <Form.Item name="channels" label="渠道" style={{ marginBottom: 0 }}><Checkbox.Group options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))} /></Form.Item>}
            <Upload accept=".txt,.md,.markdown,.html,.htm" showUploadList={false} beforeUpload={(file) => { void open(file); return false; }}><Button style={{ marginTop: 28 }}>打开文件…</Button></Upload>
          </Space>
          <Form.Item name="source" label="正文（可直接粘贴）" rules={[{ required: true, message: '请填写或粘贴正文' }]}><Input.TextArea autoSize={{ minRows: 12, maxRows: 26 }} /></Form.Item>
          <Button type="primary" htmlType="submit" loading={saving}>保存草稿（Ctrl+Enter）</Button>
        </Form>
      </Card>
      {previews.error !== null && source?.source.trim() !== '' && <Alert type="warning" showIcon title={previews.error.message} style={{ whiteSpace: 'pre-wrap' }} />}
      {previews.data?.findings.map((f) => <Alert key={f.field + f.message} type="info" showIcon title={`${f.message}${f.remedy}`} />)}
      {previews.data !== undefined && <><Typography.Title level={5} style={{ margin: 0 }}>各渠道预览{previews.isFetching ? '（更新中…）' : ''}</Typography.Title><PreviewStrip channels={channels.data} renditions={previews.data.renditions} only={chosen} /></>}
    </Space>
  );
}
