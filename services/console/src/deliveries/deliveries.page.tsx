import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Select, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { DeadLetter, Row } from '../api/hub.types.ts';
import { rowStates, when } from '../app/words.ts';
import { useChannels } from '../channels/channels.ts';
import { may, useSession } from '../session/session.ts';
import { RowsTable } from './rows.table.tsx';

export function DeliveriesPage() {
  const session = useSession();
  const channels = useChannels();
  const [state, setState] = useState<Row['state']>();
  const [channel, setChannel] = useState<string>();
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const after = pages.at(-1);
  const query = {
    limit: 50,
    ...(state === undefined ? {} : { state }),
    ...(channel === undefined ? {} : { channel }),
    ...(after === undefined ? {} : { after }),
  };
  const rows = useQuery({
    queryKey: ['deliveries', query],
    queryFn: () => answerOf(hub.GET('/api/v1/monitor/deliveries', { params: { query } })),
    refetchInterval: 3000,
  });
  const letters = useQuery({
    queryKey: ['dead-letters'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/monitor/dead-letters'))).items,
    refetchInterval: 10_000,
  });
  const first = (set: () => void): void => {
    set();
    setPages([undefined]);
  };
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space>
        <Select
          allowClear
          placeholder="全部状态"
          style={{ width: 180 }}
          onChange={(s: Row['state'] | undefined) => first(() => setState(s))}
          options={Object.entries(rowStates).map(([value, s]) => ({ value, label: s.words }))}
        />
        <Select
          allowClear
          placeholder="全部渠道"
          style={{ width: 180 }}
          onChange={(c: string | undefined) => first(() => setChannel(c))}
          options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
        />
      </Space>
      {rows.error !== null && <Alert type="error" showIcon title={rows.error.message} />}
      <RowsTable
        rows={rows.data?.items ?? []}
        channels={channels.data}
        mayRetry={may(session.data, 'operator')}
        withTitle
        loading={rows.isPending}
      />
      <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
        <Button disabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
          上一页
        </Button>
        <Button
          disabled={rows.data?.cursor === undefined}
          onClick={() => setPages([...pages, rows.data?.cursor])}
        >
          下一页
        </Button>
      </Space>
      <Card size="small" title="死信（无法处理的消息）">
        <Table<DeadLetter>
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={letters.data ?? []}
          locale={{ emptyText: '没有死信' }}
          expandable={{
            expandedRowRender: (l) => (
              <Typography.Paragraph code style={{ wordBreak: 'break-all' }}>
                {l.excerpt}
              </Typography.Paragraph>
            ),
          }}
          columns={[
            { title: '时间', dataIndex: 'at', width: 190, render: (at: string) => when(at) },
            { title: '服务', dataIndex: 'service', width: 150 },
            { title: '来源', dataIndex: 'subject', width: 220 },
            { title: '原因', dataIndex: 'cause' },
          ]}
        />
      </Card>
    </Space>
  );
}
