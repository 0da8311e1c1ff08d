import { Alert, Card, Descriptions, Space, Spin, Tabs, Tag, Timeline, Typography } from 'antd';
import type { EditionView, Publication, Session } from '../api/hub.types.ts';
import { endings, publicationStates, when } from '../app/words.ts';
import { useChannels } from '../channels/channels.ts';
import { titleIn, useColumns, useTypes } from '../columns/columns.ts';
import { useBoard } from '../deliveries/board.ts';
import { RowsTable } from '../deliveries/rows.table.tsx';
import { may, useSession } from '../session/session.ts';
import { ChangesPanel } from './changes.panel.tsx';
import { FindingsPanel } from './findings.panel.tsx';
import { PreviewStrip } from './preview.strip.tsx';
import { Actions } from './publication.actions.tsx';
import { usePublication, useRenditions } from './publications.ts';
import { ReviewsPanel } from './reviews.panel.tsx';

export function PublicationPage({ id }: { id: string }) {
  const publication = usePublication(id);
  const session = useSession();
  if (publication.data === undefined)
    return publication.error === null ? (
      <Spin />
    ) : (
      <Alert type="error" showIcon title={publication.error.message} />
    );
  return <Detail p={publication.data} session={session.data} />;
}

function Detail({ p, session }: { p: Publication; session: Session | null | undefined }) {
  const channels = useChannels();
  const newest = p.editions.at(-1) as EditionView;
  const renditions = useRenditions(p.id, newest.contentHash);
  const board = useBoard(p.id);
  const columns = useColumns();
  const types = useTypes();
  const released = p.editions.some((e) => e.releasedAt !== null);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Card size="small">
        <Space align="start" style={{ justifyContent: 'space-between', width: '100%' }}>
          <div>
            <Typography.Title level={4} style={{ margin: '0 0 8px' }}>
              {newest.content.title}
            </Typography.Title>
            <Space wrap>
              <Tag color={publicationStates[p.state].colour}>{publicationStates[p.state].words}</Tag>
              {p.lane === 'urgent' && <Tag color="red">紧急</Tag>}
              <Typography.Text code>{p.id}</Typography.Text>
              {p.inForce !== null && (
                <Typography.Text type="secondary">现行第 {p.inForce} 版</Typography.Text>
              )}
              {released && (
                <a href={p.page} target="_blank" rel="noreferrer">
                  {p.page}
                </a>
              )}
            </Space>
          </div>
          {session != null && <Actions p={p} newest={newest} person={session.person} />}
        </Space>
        {p.ending !== null && (
          <Alert
            type="error"
            showIcon
            style={{ marginTop: 12 }}
            title={`已于 ${when(p.ending.at)} ${endings[p.ending.act]}：${p.ending.reason}${p.ending.basis === undefined ? '' : `（依据：${p.ending.basis}）`}`}
          />
        )}
        {newest.urgentRequest !== null && p.state === 'awaiting-confirmation' && (
          <Alert
            type="error"
            showIcon
            style={{ marginTop: 12 }}
            title={`${newest.urgentRequest.by} 申请应急先发：${newest.urgentRequest.reason}；须在 ${when(newest.urgentRequest.until)} 前由第二人确认`}
          />
        )}
        {newest.corrects !== undefined && (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 12 }}
            title={`本版更正第 ${newest.corrects.edition} 版：${newest.corrects.reason}`}
          />
        )}
        <Descriptions
          size="small"
          column={3}
          style={{ marginTop: 12 }}
          items={[
            { key: 'issuer', label: '发布机构', children: newest.content.header.issuer },
            { key: 'authors', label: '撰写', children: newest.authors.join('、') },
            { key: 'organisation', label: '单位', children: p.organisation },
            {
              key: 'column',
              label: '栏目 · 类型',
              children: `${titleIn(columns.data, newest.matter.column)} · ${titleIn(types.data, newest.matter.type)}`,
            },
            { key: 'item', label: '公开事项', children: newest.matter.item ?? '—' },
            { key: 'schedule', label: '定时', children: scheduleInWords(newest) },
            { key: 'index', label: '索引号', children: newest.content.header.indexNumber ?? '送审时编号' },
            { key: 'number', label: '文号', children: newest.content.header.documentNumber ?? '—' },
            { key: 'written', label: '成文日期', children: newest.content.header.writtenOn ?? '—' },
            {
              key: 'hash',
              label: '内容哈希',
              span: 3,
              children: (
                <Typography.Text code copyable style={{ fontSize: 12 }}>
                  {newest.contentHash}
                </Typography.Text>
              ),
            },
          ]}
        />
      </Card>
      <Tabs
        key={String(released)}
        defaultActiveKey={released ? 'board' : 'previews'}
        items={[
          ...(released
            ? [
                {
                  key: 'board',
                  label: '投递看板',
                  children: (
                    <RowsTable
                      rows={board.data?.rows ?? []}
                      channels={channels.data}
                      mayRetry={may(session, 'operator')}
                      loading={board.isPending}
                    />
                  ),
                },
              ]
            : []),
          {
            key: 'previews',
            label: '各渠道稿',
            children: renditions.isPending ? (
              <Spin />
            ) : (
              <PreviewStrip channels={channels.data} renditions={renditions.data ?? []} only={p.channels} />
            ),
          },
          ...(session == null
            ? []
            : [
                {
                  key: 'reviews',
                  label: `审核与批注${newest.comments.some((c) => c.settled === null) ? '（有待处理）' : ''}`,
                  children: <ReviewsPanel p={p} newest={newest} person={session.person} />,
                },
              ]),
          { key: 'findings', label: '检查', children: <FindingsPanel id={p.id} version={p.version} /> },
          {
            key: 'changes',
            label: '与上次审定比较',
            children: <ChangesPanel id={p.id} version={p.version} />,
          },
          {
            key: 'history',
            label: '经过',
            children: (
              <Timeline
                items={p.history.map((h) => ({
                  content: (
                    <>
                      {h.words}
                      <div style={{ color: '#8a9099', fontSize: 12 }}>
                        {h.by} · {when(h.at)}
                      </div>
                    </>
                  ),
                }))}
              />
            ),
          },
        ]}
      />
    </Space>
  );
}

function scheduleInWords({ schedule: { publishAt, embargoUntil, expiresAt } }: EditionView): string {
  const words = [
    publishAt === null ? '' : `${when(publishAt)} 发布`,
    embargoUntil === null ? '' : `${when(embargoUntil)} 解禁`,
    expiresAt === null ? '' : `${when(expiresAt)} 失效`,
  ];
  return words.filter((w) => w !== '').join('；') || '—';
}
