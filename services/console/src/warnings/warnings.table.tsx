import { Space, Table, Tag, Typography } from 'antd';
import { Wide } from '../frame/wide.tsx';
import type { ItemOf } from '../api/hub.types.ts';
import { PageLink } from '../frame/link.tsx';
import { when } from '../frame/time.ts';
import { Word } from '../session/words.tsx';

export type Relayed = ItemOf<'/api/v1/warnings'>;

export const WarningsTable = ({ items, loading }: { items: readonly Relayed[]; loading: boolean }) => (
  <Wide label="预警">
    <Table<Relayed>
      rowKey="id"
      size="small"
      loading={loading}
      dataSource={items}
      pagination={false}
      locale={{ emptyText: '还没有收到过预警' }}
      columns={[
        { title: '编号', dataIndex: 'identifier', render: (_, row) => <Identifier of={row} /> },
        { title: '类型', render: (_, row) => <Kind of={row} /> },
        { title: '标题', render: (_, row) => <Headline of={row} /> },
        { title: '发送方', dataIndex: 'sender' },
        { title: '收到', dataIndex: 'receivedAt', render: when },
        { title: '经办', dataIndex: 'receivedBy' },
      ]}
    />
  </Wide>
);

const Identifier = ({ of: { id, identifier } }: { of: Relayed }) => (
  <a href={`/api/v1/warnings/${encodeURIComponent(id)}/cap`}>
    <Typography.Text code>{identifier}</Typography.Text>
  </a>
);

const Kind = ({ of }: { of: Relayed }) => (
  <Space>
    <Tag>
      <Word on="warnings" field="msgType" of={of.msgType} />
    </Tag>
    {of.status !== 'Actual' && <Tag color="purple">演练或测试</Tag>}
  </Space>
);

const Headline = ({ of: { publication, headline, notes } }: { of: Relayed }) => (
  <>
    {publication === null ? (
      headline
    ) : (
      <PageLink to={{ at: 'publication', id: publication }}>{headline}</PageLink>
    )}
    {notes.map((note) => (
      <Typography.Paragraph key={note} type="secondary" style={{ margin: 0 }}>
        {note}
      </Typography.Paragraph>
    ))}
  </>
);
