import { Alert, Button, Empty, Input, Select, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { PublicationState, Summary } from '../api/hub.types.ts';
import { go } from '../app/route.ts';
import { publicationStates, when } from '../app/words.ts';
import { useColumns } from '../columns/columns.ts';
import { useOrganisations, type OrganisationNode } from '../organisation/organisations.ts';
import { usePublications, type Filters } from './publications.ts';

const flat = (tree: readonly OrganisationNode[]): readonly OrganisationNode[] =>
  tree.flatMap((o) => [o, ...flat(o.children)]);

export function PublicationsPage() {
  const [filters, setFilters] = useState<Filters>({});
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const list = usePublications(filters, pages.at(-1));
  const columns = useColumns();
  const organisations = useOrganisations();
  const narrow = (more: Filters): void => {
    setFilters({ ...filters, ...more });
    setPages([undefined]);
  };
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space style={{ justifyContent: 'space-between', width: '100%' }}>
        <Space wrap>
          <Input.Search
            allowClear
            placeholder="标题、文号、正文中的词"
            style={{ width: 240 }}
            onSearch={(q) => narrow({ q: q.trim() })}
          />
          <Select
            allowClear
            placeholder="状态"
            style={{ width: 130 }}
            options={Object.entries(publicationStates).map(([value, { words }]) => ({ value, label: words }))}
            onChange={(state?: PublicationState) => narrow({ state })}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="机构"
            style={{ width: 200 }}
            options={flat(organisations.data?.tree ?? []).map((o) => ({ value: o.code, label: o.name }))}
            onChange={(organisation?: string) => narrow({ organisation })}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="栏目"
            style={{ width: 160 }}
            options={(columns.data ?? []).map((c) => ({ value: c.code, label: c.title }))}
            onChange={(column?: string) => narrow({ column })}
          />
          <Input
            allowClear
            placeholder="公开事项编码"
            style={{ width: 140 }}
            onPressEnter={(event) => narrow({ item: event.currentTarget.value.trim() })}
            onClear={() => narrow({ item: '' })}
          />
          <label>
            期限不晚于{' '}
            <Input
              type="date"
              style={{ width: 150 }}
              onChange={(event) => narrow({ dueBefore: event.target.value })}
            />
          </label>
        </Space>
        <Button type="primary" onClick={() => go({ at: 'write' })}>
          撰写发布件
        </Button>
      </Space>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <Table<Summary>
        rowKey="id"
        size="middle"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        locale={{
          emptyText: (
            <Empty
              description={
                Object.values(filters).some((f) => f !== undefined && f !== '')
                  ? '没有符合条件的发布件'
                  : '还没有发布件，点右上角“撰写发布件”开始'
              }
            />
          ),
        }}
        onRow={(row) => ({
          onClick: () => go({ at: 'publication', id: row.id }),
          style: { cursor: 'pointer' },
        })}
        columns={[
          {
            title: '编号',
            dataIndex: 'id',
            width: 110,
            render: (id: string) => <Typography.Text code>{id}</Typography.Text>,
          },
          {
            title: '标题',
            dataIndex: 'title',
            render: (title: string, row) => (
              <Space>
                {row.lane === 'urgent' && <Tag color="red">紧急</Tag>}
                <a href={`#/publication/${row.id}`}>{title}</a>
              </Space>
            ),
          },
          {
            title: '状态',
            dataIndex: 'state',
            width: 100,
            render: (s: PublicationState) => (
              <Tag color={publicationStates[s].colour}>{publicationStates[s].words}</Tag>
            ),
          },
          {
            title: '现行版次',
            dataIndex: 'inForce',
            width: 100,
            render: (n: number | null) => (n === null ? '—' : `第 ${n} 版`),
          },
          { title: '更新时间', dataIndex: 'updatedAt', width: 190, render: (at: string) => when(at) },
        ]}
      />
      <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
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
