import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';
import { when } from '../app/words.ts';

type Row = ItemOf<'/api/v1/audit'>;

function AuditPage() {
  const [about, setAbout] = useState('');
  const [asked, setAsked] = useState('');
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const after = pages.at(-1);
  const query = {
    limit: 50,
    ...(asked === '' ? {} : { about: asked }),
    ...(after === undefined ? {} : { after }),
  };
  const list = useQuery({
    queryKey: ['audit', query],
    queryFn: () => answerOf(hub.GET('/api/v1/audit', { params: { query } })),
    retry: false,
  });
  const verify = useMutation({ mutationFn: () => answerOf(hub.GET('/api/v1/audit/verification')) });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space wrap>
        <Typography.Title level={4} style={{ margin: 0 }}>
          审计
        </Typography.Title>
        <Input.Search
          aria-label="对象"
          placeholder="对象，如 publication/7K3QZP4M"
          value={about}
          onChange={(event) => setAbout(event.target.value)}
          onSearch={(text) => {
            setAsked(text.trim());
            setPages([undefined]);
          }}
          style={{ width: 320 }}
          allowClear
        />
        <Button onClick={() => verify.mutate()} loading={verify.isPending}>
          核验全链
        </Button>
        <Button href="/api/v1/audit/export">导出</Button>
      </Space>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      {verify.error !== null && <Alert type="error" showIcon title={verify.error.message} />}
      {verify.data !== undefined && (
        <Alert
          showIcon
          type={verify.data.ok ? 'success' : 'error'}
          title={
            verify.data.ok
              ? `完整：${verify.data.rows} 行、${verify.data.anchors} 个日锚，没有改动、缺失或错序`
              : verify.data.problems.map((p) => p.words).join('；')
          }
        />
      )}
      <Table<Row>
        rowKey="sequence"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: '没有记录' }}
        columns={[
          { title: '序号', dataIndex: 'sequence', width: 80 },
          { title: '时间', width: 180, render: (_, r) => when(r.fact.at) },
          { title: '人员', width: 120, render: (_, r) => r.fact.who },
          { title: '来源', width: 140, render: (_, r) => r.fact.from },
          { title: '动作', render: (_, r) => <Typography.Text code>{r.fact.act}</Typography.Text> },
          { title: '对象', render: (_, r) => r.fact.about },
          { title: '理由', render: (_, r) => r.fact.reason ?? '' },
          {
            title: '哈希',
            width: 110,
            render: (_, r) => <Typography.Text code>{r.hash.slice(0, 8)}</Typography.Text>,
          },
        ]}
      />
      <Space>
        <Button disabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
          上一页
        </Button>
        <Button
          disabled={list.data?.cursor === undefined}
          onClick={() => setPages([...pages, list.data?.cursor])}
        >
          下一页
        </Button>
      </Space>
    </Space>
  );
}

export const screen: Screen = { key: 'audit', label: '审计', group: '监督', Page: AuditPage };
