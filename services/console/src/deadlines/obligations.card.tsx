import { useQuery } from '@tanstack/react-query';
import { Input, Space, Table, Tag } from 'antd';
import { Wide } from '../frame/wide.tsx';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { PageLink } from '../frame/link.tsx';
import { Word } from '../session/words.tsx';

type Obligation = ItemOf<'/api/v1/obligations'>;

const colours = { met: 'green', open: 'blue', overdue: 'red' } as const;

const useObligations = (year: number) =>
  useQuery({
    queryKey: ['obligations', year],
    queryFn: async () =>
      (await answerOf(hub.GET('/api/v1/obligations', { params: { query: { year } } }))).items,
    retry: false,
  });

/** What the catalogue asks for again and again in one year. */
export function ObligationsCard() {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const list = useObligations(year);
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Space>
        年份
        <Input
          aria-label="年份"
          type="number"
          value={year}
          onChange={(event) => setYear(Number(event.target.value))}
          style={{ width: 100 }}
        />
      </Space>
      <Trouble errors={[list.error]} />
      <ObligationsTable obligations={list.data ?? []} loading={list.isPending} />
    </Space>
  );
}

const ObligationsTable = ({
  obligations,
  loading,
}: {
  obligations: readonly Obligation[];
  loading: boolean;
}) => (
  <Wide label="定期公开的事项">
    <Table<Obligation>
      rowKey={(o) => `${o.item}${o.dueOn}${o.nth}`}
      size="small"
      loading={loading}
      dataSource={obligations}
      pagination={{ pageSize: 15, showSizeChanger: false }}
      columns={[
        {
          title: '期限',
          width: 150,
          render: (_, o) => (o.provisional ? `${o.dueOn}（暂计）` : o.dueOn),
        },
        { title: '编码', dataIndex: 'item', width: 110 },
        { title: '事项', dataIndex: 'name' },
        { title: '主体', dataIndex: 'body' },
        { title: '牵头', dataIndex: 'lead' },
        {
          title: '状态',
          width: 100,
          render: (_, o) => (
            <Tag color={colours[o.state]}>
              <Word on="deadlines" field="obligation" of={o.state} />
            </Tag>
          ),
        },
        {
          title: '发布件',
          width: 120,
          render: (_, o) =>
            o.publication === null ? (
              '—'
            ) : (
              <PageLink to={{ at: 'publication', id: o.publication }}>{o.publication}</PageLink>
            ),
        },
      ]}
    />
  </Wide>
);
