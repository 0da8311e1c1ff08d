import { Button, Popconfirm, Table, Tag } from 'antd';
import { closedColours } from '../frame/colours.ts';
import { stepIn } from '../steps/steps.ts';
import type { ClosedItem } from './closed.ts';

interface Props {
  readonly items: readonly ClosedItem[];
  readonly loading: boolean;
  readonly onOpen: (item: ClosedItem) => void;
}

export const ClosedTable = ({ items, loading, onOpen }: Props) => (
  <Table<ClosedItem>
    rowKey="id"
    size="small"
    loading={loading}
    dataSource={items}
    pagination={false}
    locale={{ emptyText: '清单是空的' }}
    columns={[
      { title: '信息', dataIndex: 'name' },
      {
        title: '理由',
        render: (_, c) => `${c.code}（${c.article}）：${c.reason}${c.basis === '' ? '' : `；${c.basis}`}`,
      },
      { title: '机构', dataIndex: 'organisation' },
      { title: '评估', render: (_, c) => <ReviewDay of={c} /> },
      {
        title: '状态',
        render: (_, c) => <Tag color={closedColours[c.state]}>{c.stateTitle}</Tag>,
      },
      {
        title: '办理',
        render: (_, c) =>
          stepIn(c.steps, 'open') !== undefined ? (
            <Popconfirm title="评估后可以公开，移出清单？" onConfirm={() => onOpen(c)}>
              <Button size="small">转为公开</Button>
            </Popconfirm>
          ) : null,
      },
    ]}
  />
);

const ReviewDay = ({ of }: { of: ClosedItem }) => (
  <>
    {of.reviewOn}
    {of.reviewDue && (
      <Tag color="red" style={{ marginLeft: 8 }}>
        该评估了
      </Tag>
    )}
  </>
);
