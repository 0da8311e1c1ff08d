import { Alert, Flex, Grid, Table, Tag, Typography, type TableColumnsType } from 'antd';
import type { ConsequenceRow, Consequences } from './consequences.ts';

/** What will become of it on each channel; beside each other where there is room, else below each other. */
export function ConsequenceTable({ of: { words, rows, conflicts } }: { of: Consequences }) {
  const { md = true } = Grid.useBreakpoint();
  return (
    <Flex vertical gap={12}>
      <Alert type="warning" showIcon title={words} />
      {conflicts.map((conflict) => (
        <Alert key={conflict} type="error" showIcon title={conflict} />
      ))}
      <Table<ConsequenceRow>
        size="small"
        pagination={false}
        rowKey="channel"
        dataSource={rows}
        columns={md ? beside(rows) : below}
      />
    </Flex>
  );
}

const title = { title: '渠道', dataIndex: 'title', width: 110 };

const Recall = ({ recall: { can, words } }: ConsequenceRow) => (
  <Tag color={can ? 'green' : 'orange'} style={{ whiteSpace: 'normal' }}>
    {words}
  </Tag>
);

const remindersOf = ({ quiet, conflicts }: ConsequenceRow): readonly string[] => [
  ...(quiet === null ? [] : [quiet]),
  ...conflicts,
];
const Reminders = (row: ConsequenceRow) => (
  <>
    {remindersOf(row).map((reminder) => (
      <div key={reminder}>
        <Typography.Text type="warning">{reminder}</Typography.Text>
      </div>
    ))}
  </>
);

/** A column that says nothing of any channel is left out. */
const beside = (rows: readonly ConsequenceRow[]): TableColumnsType<ConsequenceRow> => [
  title,
  { title: '结果', dataIndex: 'result' },
  { title: '送达', dataIndex: 'people', width: 130 },
  ...(rows.some(({ cost }) => cost !== null)
    ? [{ title: '费用', dataIndex: 'cost', width: 130, render: (cost: string | null) => cost ?? '—' }]
    : []),
  { title: '可收回？', width: 140, render: (_, row) => <Recall {...row} /> },
  ...(rows.some((row) => remindersOf(row).length > 0)
    ? [{ title: '提醒', width: 180, render: (_: unknown, row: ConsequenceRow) => <Reminders {...row} /> }]
    : []),
];

const below: TableColumnsType<ConsequenceRow> = [
  { ...title, width: 84 },
  {
    title: '结果',
    render: (_, row) => (
      <Flex vertical gap={4}>
        <span>{row.result}</span>
        <Typography.Text type="secondary">{row.people}</Typography.Text>
        {row.cost !== null && <Typography.Text type="secondary">{row.cost}</Typography.Text>}
        <span>
          <Recall {...row} />
        </span>
        <Reminders {...row} />
      </Flex>
    ),
  },
];
