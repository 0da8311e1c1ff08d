import { Table, Tag, Typography } from 'antd';
import { Wide } from '../frame/wide.tsx';
import { linkedRow } from '../frame/link.tsx';
import { OpenLink } from '../frame/opened.tsx';
import { overdue } from '../frame/time.ts';
import type { Request } from './requests.ts';

interface Props {
  readonly requests: readonly Request[];
  readonly loading: boolean;
}

export const RequestsTable = ({ requests, loading }: Props) => (
  <Wide label="依申请公开">
    <Table<Request>
      rowKey="id"
      size="small"
      loading={loading}
      dataSource={requests}
      pagination={false}
      locale={{ emptyText: '没有申请' }}
      onRow={linkedRow}
      columns={[
        {
          title: '编号',
          dataIndex: 'id',
          render: (id: string) => (
            <OpenLink of={id}>
              <Typography.Text code>{id}</Typography.Text>
            </OpenLink>
          ),
        },
        { title: '申请内容', render: (_, r) => r.wanted.description.slice(0, 40) },
        { title: '状态', dataIndex: 'stateTitle', render: (words: string) => <Tag>{words}</Tag> },
        { title: '提交', dataIndex: 'submittedOn' },
        { title: '收到', dataIndex: 'receivedOn', render: (d: string | null) => d ?? '—' },
        { title: '答复期限', render: (_, r) => <Due on={r.dueOn} provisional={r.provisional} /> },
      ]}
    />
  </Wide>
);

const Due = ({ on, provisional }: { on: string | null; provisional: boolean }) =>
  on === null ? (
    <>—</>
  ) : (
    <Tag color={overdue(on) ? 'red' : 'blue'} title={provisional ? '自然日暂计，待国务院办公厅公布' : ''}>
      {provisional ? `${on}（暂计）` : on}
    </Tag>
  );
