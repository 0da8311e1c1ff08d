import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Select, Space, Table, Tabs, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, ItemOf } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';
import { ClosedPanel } from './closed.panel.tsx';
import { VersionsPanel } from './versions.panel.tsx';

type Item = ItemOf<'/api/v1/catalogue/items'>;
type Line = Answer<'/api/v1/catalogue/summary'>['fields'][number];

const stageNames: Readonly<Record<string, string>> = {
  decision: '决策',
  execution: '执行',
  management: '管理',
  service: '服务',
  result: '结果',
};

function CataloguePage() {
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        公开事项目录
      </Typography.Title>
      <Tabs
        items={[
          { key: 'summary', label: '全市汇总', children: <Summary /> },
          { key: 'items', label: '现行事项', children: <Items /> },
          { key: 'versions', label: '版本与导入', children: <VersionsPanel /> },
          { key: 'closed', label: '不予公开清单', children: <ClosedPanel /> },
        ]}
      />
    </Space>
  );
}

function Summary() {
  const summary = useQuery({
    queryKey: ['catalogue', 'summary'],
    queryFn: () => answerOf(hub.GET('/api/v1/catalogue/summary')),
  });
  if (summary.error !== null) return <Alert type="error" showIcon title={summary.error.message} />;
  return (
    <>
      <Typography.Paragraph>
        现行第 {summary.data?.version ?? '—'} 版，{summary.data?.effectiveFrom ?? '—'} 起生效；共{' '}
        {summary.data?.items ?? '—'} 项，六项要素齐全 {summary.data?.complete ?? '—'} 项。
      </Typography.Paragraph>
      <Table<Line>
        rowKey="code"
        size="small"
        loading={summary.isPending}
        dataSource={summary.data?.fields ?? []}
        pagination={false}
        columns={[
          { title: '领域', dataIndex: 'name' },
          { title: '牵头部门', dataIndex: 'lead' },
          { title: '事项', dataIndex: 'items' },
          { title: '主动公开', dataIndex: 'active' },
          { title: '公开主体', dataIndex: 'bodies' },
          ...Object.entries(stageNames).map(([code, title]) => ({
            title,
            render: (_: unknown, l: Line) => l.stages[code] ?? 0,
          })),
          { title: '县级', render: (_, l) => l.tiers['county'] ?? 0 },
          { title: '乡级', render: (_, l) => l.tiers['township'] ?? 0 },
          { title: '村级', render: (_, l) => l.tiers['village'] ?? 0 },
        ]}
      />
    </>
  );
}

function Items() {
  const [query, setQuery] = useState<Readonly<Record<string, string>>>({});
  const fields = useQuery({
    queryKey: ['catalogue', 'fields'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/fields'))).items,
  });
  const items = useQuery({
    queryKey: ['catalogue', 'items', query],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/items', { params: { query } }))).items,
    placeholderData: (before) => before,
  });
  const narrow = (name: string, value: string | undefined): void => {
    const { [name]: _was, ...rest } = query;
    setQuery(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Space wrap>
        <Input.Search
          allowClear
          placeholder="编码、名称、内容"
          style={{ width: 240 }}
          onSearch={(q) => narrow('q', q.trim())}
        />
        <Select
          allowClear
          placeholder="领域"
          style={{ width: 180 }}
          options={(fields.data ?? []).map((f) => ({ value: f.code, label: f.title }))}
          onChange={(f?: string) => narrow('field', f)}
        />
        <Select
          allowClear
          placeholder="五公开"
          style={{ width: 120 }}
          options={Object.entries(stageNames).map(([value, label]) => ({ value, label }))}
          onChange={(s?: string) => narrow('stage', s)}
        />
        <label>
          生效日{' '}
          <Input type="date" style={{ width: 150 }} onChange={(event) => narrow('on', event.target.value)} />
        </label>
        <Typography.Text type="secondary">{items.data?.length ?? 0} 项</Typography.Text>
      </Space>
      {items.error !== null && <Alert type="error" showIcon title={items.error.message} />}
      <Table<Item>
        rowKey="id"
        size="small"
        loading={items.isPending}
        dataSource={items.data ?? []}
        pagination={{ pageSize: 20, showSizeChanger: false }}
        columns={[
          { title: '编码', dataIndex: 'id', width: 100 },
          {
            title: '事项',
            width: 240,
            render: (_, i) => (
              <>
                {i.level1}／{i.level3 ?? i.level2}
              </>
            ),
          },
          { title: '公开内容', render: (_, i) => i.elements.join('、') },
          { title: '时限', width: 200, render: (_, i) => i.timeLimit.text },
          { title: '主体', dataIndex: 'body', width: 140 },
          { title: '五公开', width: 80, render: (_, i) => <Tag>{stageNames[i.stage ?? ''] ?? '—'}</Tag> },
          { title: '方式', width: 90, render: (_, i) => (i.manner === 'active' ? '主动' : '依申请') },
        ]}
        expandable={{ expandedRowRender: (i) => <>依据：{i.basis.join('；')}</> }}
      />
    </Space>
  );
}

export const screen: Screen = {
  key: 'catalogue',
  label: '公开事项目录',
  group: '目录与期限',
  Page: CataloguePage,
};
