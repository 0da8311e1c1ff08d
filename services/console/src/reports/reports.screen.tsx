import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Space, Statistic, Table, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';

type Line = Answer<'/api/v1/reports/editorial'>['byOrganisation'][number];

function ReportsPage() {
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const report = useQuery({
    queryKey: ['report', month],
    queryFn: () => answerOf(hub.GET('/api/v1/reports/editorial', { params: { query: { month } } })),
    retry: false,
    enabled: month !== '',
  });
  const total = report.data?.total;
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space>
        <Typography.Title level={4} style={{ margin: 0 }}>
          编审月报
        </Typography.Title>
        <Input
          aria-label="月份"
          type="month"
          value={month}
          onChange={(event) => setMonth(event.target.value)}
          style={{ width: 170 }}
        />
      </Space>
      {report.error !== null && <Alert type="error" showIcon title={report.error.message} />}
      {total !== undefined && (
        <Space size={40} wrap>
          <Statistic title="发布" value={total.released} />
          <Statistic title="应急先发" value={total.urgent} />
          <Statistic title="应急占比" value={(100 * total.urgentShare).toFixed(1)} suffix="%" />
          <Statistic title="待补审" value={total.urgentUnreviewed} />
          <Statistic title="补审认定有误" value={total.urgentFaulted} />
          <Statistic title="更正" value={total.corrected} />
          <Statistic title="撤回" value={total.withdrawn} />
          <Statistic title="退回" value={total.returned} />
        </Space>
      )}
      <Table<Line>
        rowKey="organisation"
        size="small"
        pagination={false}
        dataSource={[...(report.data?.byOrganisation ?? [])]}
        locale={{ emptyText: '本月没有数据' }}
        columns={[
          { title: '单位', dataIndex: 'organisation' },
          { title: '发布', dataIndex: 'released' },
          { title: '应急先发', dataIndex: 'urgent' },
          { title: '更正', dataIndex: 'corrected' },
          { title: '撤回', dataIndex: 'withdrawn' },
          { title: '退回', dataIndex: 'returned' },
        ]}
      />
    </Space>
  );
}

export const screen: Screen = { key: 'reports', label: '编审月报', group: '监督', Page: ReportsPage };
