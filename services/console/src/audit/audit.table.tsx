import { Table, Typography } from 'antd';
import { when } from '../frame/time.ts';
import type { AuditRow } from './audit.ts';
import { About, Act, Doer, From } from './fact.words.tsx';

export const AuditTable = ({ rows, loading }: { rows: readonly AuditRow[]; loading: boolean }) => (
  <Table<AuditRow>
    rowKey="sequence"
    size="small"
    loading={loading}
    dataSource={rows}
    pagination={false}
    locale={{ emptyText: '没有记录' }}
    columns={[
      { title: '序号', dataIndex: 'sequence', width: 80 },
      { title: '时间', width: 180, render: (_, r) => when(r.fact.at) },
      { title: '人员', width: 120, render: (_, r) => <Doer of={r.fact} /> },
      { title: '来源', width: 140, render: (_, r) => <From of={r.fact} /> },
      { title: '动作', render: (_, r) => <Act of={r.fact} /> },
      { title: '对象', render: (_, r) => <About of={r.fact} /> },
      { title: '理由', render: (_, r) => r.fact.reason ?? '' },
      {
        title: '哈希',
        width: 110,
        render: (_, r) => <Typography.Text code>{r.hash.slice(0, 8)}</Typography.Text>,
      },
    ]}
  />
);
