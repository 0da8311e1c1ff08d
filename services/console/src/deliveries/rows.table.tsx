import { App, Button, Drawer, Table, Tag, Timeline, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Channel, Row } from '../api/hub.types.ts';
import { operations, rowStates, took, verbs, when } from '../app/words.ts';
import { titleOf } from '../channels/channels.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly channels: readonly Channel[] | undefined;
  readonly mayRetry: boolean;
  readonly withTitle?: boolean;
  readonly loading?: boolean;
}
const retryable: readonly Row['state'][] = ['failed', 'refused', 'expired', 'unknown', 'waiting'];

export function RowsTable({ rows, channels, mayRetry, withTitle = false, loading = false }: Props) {
  const [open, setOpen] = useState<string>();
  const { message } = App.useApp();
  const shown = rows.find((r) => r.delivery === open);
  const retry = (row: Row): void => {
    answerOf(
      hub.POST('/api/v1/monitor/deliveries/{id}/retry', {
        params: { path: { id: row.delivery } },
        body: {},
      }),
    ).then(
      () => message.success('已请渠道重新办理；结果不明的会先核实'),
      (error: unknown) => message.error(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <Table<Row>
        rowKey="delivery"
        size="small"
        loading={loading}
        pagination={false}
        dataSource={[...rows]}
        columns={[
          ...(withTitle
            ? [
                {
                  title: '发布件',
                  dataIndex: 'title',
                  render: (title: string, r: Row) => <a href={`#/publication/${r.publication}`}>{title}</a>,
                },
              ]
            : []),
          { title: '渠道', dataIndex: 'channel', width: 130, render: (id: string) => titleOf(channels, id) },
          {
            title: '操作',
            width: 110,
            render: (_, r) =>
              `${operations[r.operation]}${r.operation === 'publish' ? ` 第${r.edition}版` : ''}`,
          },
          {
            title: '状态',
            dataIndex: 'state',
            width: 150,
            render: (s: Row['state']) => <Tag color={rowStates[s].colour}>{rowStates[s].words}</Tag>,
          },
          { title: '说明', dataIndex: 'words' },
          { title: '次数', dataIndex: 'attempts', width: 60 },
          { title: '用时', dataIndex: 'ms', width: 90, render: (ms: number | undefined) => took(ms) },
          { title: '证据', width: 170, render: (_, r) => <Proof row={r} /> },
          {
            title: '',
            width: 130,
            render: (_, r) => (
              <>
                <Button type="link" size="small" onClick={() => setOpen(r.delivery)}>
                  经过
                </Button>
                {mayRetry && retryable.includes(r.state) && (
                  <Button type="link" size="small" onClick={() => retry(r)}>
                    重试
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      <Drawer
        open={shown !== undefined}
        onClose={() => setOpen(undefined)}
        size={560}
        title={
          shown === undefined
            ? ''
            : `${titleOf(channels, shown.channel)} · ${operations[shown.operation]} · 第${shown.edition}版`
        }
      >
        <Timeline
          items={(shown?.timeline ?? []).map((t) => ({
            content: (
              <>
                <Typography.Text strong>{verbs[t.verb] ?? t.verb}</Typography.Text>　{t.words}
                <div style={{ color: '#8a9099', fontSize: 12 }}>
                  {when(t.at)} · {t.outcome}
                </div>
              </>
            ),
          }))}
        />
      </Drawer>
    </>
  );
}

function Proof({ row: { evidence } }: { row: Row }) {
  if (evidence === undefined) return <>—</>;
  return (
    <>
      {evidence.url !== undefined && (
        <a href={evidence.url} target="_blank" rel="noreferrer">
          查看
        </a>
      )}
      {evidence.hash !== undefined && (
        <Tooltip title={`公众端所见的哈希 ${evidence.hash}`}>
          <Typography.Text code style={{ marginLeft: 8, fontSize: 12 }}>
            {evidence.hash.slice(0, 8)}
          </Typography.Text>
        </Tooltip>
      )}
    </>
  );
}
