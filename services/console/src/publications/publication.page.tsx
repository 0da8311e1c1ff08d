import { Alert, Button, Card, Descriptions, Input, Modal, Space, Spin, Tabs, Tag, Timeline, Typography } from 'antd';
import { useState } from 'react';
import type { EditionView, Publication, Session } from '../api/api.types.ts';
import { go } from '../app/route.ts';
import { publicationStates, when } from '../app/words.ts';
import { useChannels } from '../channels/channels.ts';
import { useBoard } from '../deliveries/board.ts';
import { RowsTable } from '../deliveries/rows.table.tsx';
import { may, useSession } from '../session/session.ts';
import { PreviewStrip } from './preview.strip.tsx';
import { usePublication, useRenditions, useStep } from './publications.ts';
import { WithdrawDialog } from './withdraw.dialog.tsx';

export function PublicationPage({ id }: { id: string }) {
  const publication = usePublication(id);
  const session = useSession();
  if (publication.data === undefined) return publication.error === null ? <Spin /> : <Alert type="error" showIcon title={publication.error.message} />;
  return <Detail p={publication.data} session={session.data} />;
}

function Detail({ p, session }: { p: Publication; session: Session | null | undefined }) {
  const channels = useChannels();
  const newest = p.editions.at(-1) as EditionView;
  const renditions = useRenditions(p.id, newest.contentHash);
  const board = useBoard(p.id);
  const released = p.editions.some((e) => e.releasedAt !== undefined);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Card size="small">
        <Space align="start" style={{ justifyContent: 'space-between', width: '100%' }}>
          <div>
            <Typography.Title level={4} style={{ margin: '0 0 8px' }}>{newest.content.title}</Typography.Title>
            <Space wrap><Tag color={publicationStates[p.state].colour}>{publicationStates[p.state].words}</Tag>{p.lane === 'urgent' && <Tag color="red">紧急</Tag>}<Typography.Text code>{p.id}</Typography.Text>{p.inForce !== null && <Typography.Text type="secondary">现行第 {p.inForce} 版</Typography.Text>}{released && <a href={p.page} target="_blank" rel="noreferrer">{p.page}</a>}</Space>
          </div>
          <Actions p={p} newest={newest} session={session} />
        </Space>
        {p.withdrawal !== null && <Alert type="error" showIcon style={{ marginTop: 12 }} title={`已于 ${when(p.withdrawal.at)} 撤回：${p.withdrawal.reason}`} />}
        {newest.corrects !== undefined && <Alert type="warning" showIcon style={{ marginTop: 12 }} title={`本版更正第 ${newest.corrects.edition} 版：${newest.corrects.reason}`} />}
        <Descriptions size="small" column={3} style={{ marginTop: 12 }} items={[
          { key: 'issuer', label: '发布机构', children: newest.content.header.issuer }, { key: 'authors', label: '撰写', children: newest.authors.join('、') }, { key: 'approved', label: '审定', children: newest.approvedBy ?? '—' },
          { key: 'hash', label: '内容哈希', span: 3, children: <Typography.Text code copyable style={{ fontSize: 12 }}>{newest.contentHash}</Typography.Text> },
        ]} />
      </Card>
      <Tabs key={String(released)} defaultActiveKey={released ? 'board' : 'previews'} items={[
        ...(released ? [{ key: 'board', label: '投递看板', children: <RowsTable rows={board.data?.rows ?? []} channels={channels.data} mayRetry={may(session, 'operator')} loading={board.isPending} /> }] : []),
        { key: 'previews', label: '各渠道稿', children: renditions.isPending ? <Spin /> : <PreviewStrip channels={channels.data} renditions={renditions.data ?? []} only={p.channels} /> },
        { key: 'history', label: '经过', children: <Timeline items={p.history.map((h) => ({ content: <>{h.words}<div style={{ color: '#8a9099', fontSize: 12 }}>{h.by} · {when(h.at)}</div></> }))} /> },
      ]} />
    </Space>
  );
}

function Actions({ p, newest, session }: { p: Publication; newest: EditionView; session: Session | null | undefined }) {
  const step = useStep(p.id);
  const channels = useChannels();
  const [asking, setAsking] = useState<'return' | 'withdraw'>();
  const [reason, setReason] = useState('');
  const take = (verb: string, body: object = {}): void => step.mutate({ verb, body: { version: p.version, ...body } }, { onSuccess: () => setAsking(undefined) });
  const editor = may(session, 'editor');
  const reviewer = may(session, 'reviewer');
  const running = step.isPending;
  return (
    <Space orientation="vertical" align="end">
      <Space>
        {p.state === 'draft' && editor && <><Button onClick={() => go({ at: 'edit', id: p.id })}>修改</Button><Button type="primary" loading={running} onClick={() => take('submit')}>提交审核</Button></>}
        {p.state === 'submitted' && reviewer && <><Button onClick={() => setAsking('return')}>退回</Button><Button type="primary" loading={running} onClick={() => take('approve', { contentHash: newest.contentHash })}>批准此内容</Button></>}
        {p.state === 'submitted' && !reviewer && <Typography.Text type="secondary">等待另一位审核人员审定</Typography.Text>}
        {p.state === 'approved' && (editor || reviewer) && <Button type="primary" loading={running} onClick={() => take('publish')}>发布到 {p.channels.length} 个渠道</Button>}
        {p.state === 'published' && editor && <Button onClick={() => go({ at: 'correct', id: p.id })}>更正</Button>}
        {p.inForce !== null && p.withdrawal === null && (editor || reviewer) && <Button danger onClick={() => setAsking('withdraw')}>撤回</Button>}
      </Space>
      {step.error !== null && <Alert type="error" showIcon title={step.error.message} style={{ maxWidth: 520, whiteSpace: 'pre-wrap' }} />}
      {asking === 'withdraw' && <WithdrawDialog publication={p} channels={channels.data} busy={running} onCancel={() => setAsking(undefined)} onWithdraw={(words) => take('withdraw', { reason: words })} />}
      <Modal open={asking === 'return'} title="退回修改" okText="退回" okButtonProps={{ disabled: reason.trim() === '', loading: running }} onOk={() => take('return', { reason })} onCancel={() => setAsking(undefined)}>
        <Input.TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} placeholder="请写明需要修改之处" maxLength={500} />
      </Modal>
    </Space>
  );
}
