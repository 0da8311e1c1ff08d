import { Space, Table, Tag, Typography } from 'antd';
import { Trouble } from '../frame/page.tsx';
import { anyWords, useSaved, type Kept } from '../frame/saved.ts';
import { useItems, type Filters, type Item } from './catalogue.ts';
import { ItemsFilters } from './items.filters.tsx';
import { Word } from '../session/words.tsx';

const kept: Kept<Filters> = { q: anyWords, field: anyWords, stage: anyWords, on: anyWords };

/** What is to be made public, on the day that is asked for. */
export function ItemsPanel() {
  const { saved, narrow } = useSaved<Filters>(kept);
  const items = useItems(saved);
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Space wrap>
        <ItemsFilters saved={saved} onNarrow={narrow} />
        <Typography.Text type="secondary">{items.data?.length ?? 0} 项</Typography.Text>
      </Space>
      <Trouble errors={[items.error]} />
      <ItemsTable items={items.data ?? []} loading={items.isPending} />
    </Space>
  );
}

const ItemsTable = ({ items, loading }: { items: readonly Item[]; loading: boolean }) => (
  <Table<Item>
    rowKey="id"
    size="small"
    loading={loading}
    dataSource={items}
    pagination={{ pageSize: 20, showSizeChanger: false }}
    columns={[
      { title: '编码', dataIndex: 'id', width: 100 },
      { title: '事项', width: 240, render: (_, i) => `${i.level1}／${i.level3 ?? i.level2}` },
      { title: '公开内容', render: (_, i) => i.elements.join('、') },
      { title: '时限', width: 200, render: (_, i) => i.timeLimit.text },
      { title: '主体', dataIndex: 'body', width: 140 },
      {
        title: '五公开',
        width: 80,
        render: (_, i) => (
          <Tag>{i.stage === null ? '—' : <Word on="catalogue" field="stage" of={i.stage} />}</Tag>
        ),
      },
      {
        title: '方式',
        width: 90,
        render: (_, i) => i.manner !== null && <Word on="catalogue" field="manner" of={i.manner} />,
      },
    ]}
    expandable={{
      columnTitle: <span className="towncrier-unseen">展开</span>,
      expandedRowRender: (i) => <>依据：{i.basis.join('；')}</>,
    }}
  />
);
