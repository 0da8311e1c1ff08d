import { Card, Table, Typography } from 'antd';
import type { DeadLetter } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { when } from '../frame/time.ts';
import { useDeadLetters } from './deliveries.ts';

/** Messages nobody could handle. */
export function DeadLettersCard() {
  const letters = useDeadLetters();
  return (
    <Card size="small" title="死信（无法处理的消息）">
      <Trouble errors={[letters.error]} />
      <Table<DeadLetter>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={letters.data ?? []}
        locale={{ emptyText: '没有死信' }}
        expandable={{
          columnTitle: <span className="towncrier-unseen">展开</span>,
          expandedRowRender: (l) => (
            <Typography.Paragraph code style={{ wordBreak: 'break-all' }}>
              {l.excerpt}
            </Typography.Paragraph>
          ),
        }}
        columns={[
          { title: '时间', dataIndex: 'at', width: 190, render: (at: string) => when(at) },
          { title: '服务', dataIndex: 'service', width: 150 },
          { title: '来源', dataIndex: 'subject', width: 220 },
          { title: '原因', dataIndex: 'cause' },
        ]}
      />
    </Card>
  );
}
