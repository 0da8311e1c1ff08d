import { useQuery } from '@tanstack/react-query';
import { Space, Table, Tag } from 'antd';
import { YearField } from '../frame/day.field.tsx';
import { Wide } from '../frame/wide.tsx';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { PageLink } from '../frame/link.tsx';
import { useSaved } from '../frame/saved.ts';
import { today } from '../frame/time.ts';
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

const kept = { year: (words: string) => (/^\d{4}$/.test(words) ? words : undefined) };

/** What the catalogue asks for again and again in one year. */
export function ObligationsCard() {
  const { saved, narrow } = useSaved<{ readonly year: string }>(kept);
  const list = useObligations(Number(saved.year ?? today().slice(0, 4)));
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Space>
        年份
        <YearField
          aria-label="年份"
          allowClear={false}
          value={saved.year ?? today().slice(0, 4)}
          onChange={(year) => narrow({ year })}
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
