import { Alert, Button, Empty, Select, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { PublicationState, Summary } from '../api/api.types.ts';
import { go } from '../app/route.ts';
import { publicationStates, when } from '../app/words.ts';
import { usePublications } from './publications.ts';

const all = '全部';

export function PublicationsPage() {
  const [state, setState] = useState<PublicationState>();
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const list = usePublications(state, pages.at(-1));
  const options = [all, ...Object.values(publicationStates).map((s) => s.words)];
  const choose = (words: string): void => {
    setState((Object.keys(publicationStates) as PublicationState[]).find((key) => publicationStates[key].words === words));
    setPages([undefined]);
  };
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space style={{ justifyContent: 'space-between', width: '100%' }}>
        <Space>状态<Select style={{ width: 160 }} options={options.map((words) => ({ value: words, label: words }))} value={state === undefined ? all : publicationStates[state].words} onChange={choose} /></Space>
        <Button type="primary" onClick={() => go({ at: 'write' })}>撰写发布件</Button>
      </Space>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <Table<Summary> rowKey="id" size="middle" loading={list.isPending} dataSource={list.data?.items ?? []} pagination={false} locale={{ emptyText: <Empty description="还没有发布件，点右上角“撰写发布件”开始" /> }}
        onRow={(row) => ({ onClick: () => go({ at: 'publication', id: row.id }), style: { cursor: 'pointer' } })}
        columns={[
          { title: '编号', dataIndex: 'id', width: 110, render: (id: string) => <Typography.Text code>{id}</Typography.Text> },
          { title: '标题', dataIndex: 'title', render: (title: string, row) => <Space>{row.lane === 'urgent' && <Tag color="red">紧急</Tag>}<a href={`#/publication/${row.id}`}>{title}</a></Space> },
          { title: '状态', dataIndex: 'state', width: 100, render: (s: PublicationState) => <Tag color={publicationStates[s].colour}>{publicationStates[s].words}</Tag> },
          { title: '现行版次', dataIndex: 'inForce', width: 100, render: (n: number | null) => (n === null ? '—' : `第 ${n} 版`) },
          { title: '更新时间', dataIndex: 'updatedAt', width: 190, render: (at: string) => when(at) },
        ]} />
      <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
        <Button disabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>上一页</Button>
        <Button disabled={list.data?.cursor === undefined} onClick={() => setPages([...pages, list.data?.cursor])}>下一页</Button>
      </Space>
    </Space>
  );
}
