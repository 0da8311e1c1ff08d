import { Empty, Space, Table, Tag } from 'antd';
import type { Step } from '../api/hub.types.ts';
import { linkedRow, RowLink } from '../frame/link.tsx';
import { publicationColours } from '../frame/colours.ts';
import { when } from '../frame/time.ts';
import { Wide } from '../frame/wide.tsx';
import { StepButton } from '../steps/step.button.tsx';
import { useBodyNames } from '../organisation/organisations.ts';
import { claimable } from './claims.ts';
import type { Waiting } from './reviews.ts';

interface Props {
  readonly items: readonly Waiting[];
  readonly chosen: readonly Waiting[];
  readonly loading: boolean;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onTake: (row: Waiting, step: Step) => void;
}

export function ReviewsTable({ items, chosen, loading, onChoose, onTake }: Props) {
  const organisation = useBodyNames();
  return (
    <Wide label="待我办理">
      <Table<Waiting>
        rowKey="id"
        size="middle"
        loading={loading}
        dataSource={items}
        pagination={false}
        locale={{ emptyText: <Empty description="没有等待您办理的稿件" /> }}
        onRow={linkedRow}
        rowSelection={{
          selectedRowKeys: chosen.map(({ id }) => id),
          onChange: (keys) => onChoose(keys.map(String)),
          getCheckboxProps: (row) => ({ disabled: !claimable(row), 'aria-label': `选择《${row.title}》` }),
        }}
        columns={[
          { title: '标题', minWidth: 200, render: (_, row) => <Title of={row} /> },
          { title: '单位', dataIndex: 'organisation', width: 130, render: organisation },
          { title: '环节', width: 220, render: (_, row) => <WhatFor of={row} /> },
          { title: '领取', width: 140, render: (_, row) => row.editions.at(-1)?.claim?.by ?? '未领取' },
          { title: '送达', dataIndex: 'updatedAt', width: 190, render: when },
          { title: '办理', width: 260, render: (_, row) => <Handling of={row} onTake={onTake} /> },
        ]}
      />
    </Wide>
  );
}

const Title = ({ of: { id, lane, title } }: { of: Waiting }) => (
  <Space>
    {lane === 'urgent' && <Tag color="red">紧急</Tag>}
    <RowLink to={{ at: 'publication', id }}>{title}</RowLink>
  </Space>
);

const Handling = ({ of: row, onTake }: { of: Waiting; onTake: Props['onTake'] }) => (
  <Space wrap>
    {row.steps.map((step) => (
      <StepButton
        key={`${step.act} ${step.about ?? ''}`}
        small
        step={step}
        onClick={() => onTake(row, step)}
      />
    ))}
  </Space>
);

function WhatFor({ of: { urgentReleases, editions, state, stateTitle } }: { of: Waiting }) {
  const owed = urgentReleases.find((r) => r.review === null);
  if (owed !== undefined) return <Tag color="volcano">补审，限 {when(owed.reviewDueAt)}</Tag>;
  return <Tag color={publicationColours[state]}>{editions.at(-1)?.waitsForTitle ?? stateTitle}</Tag>;
}
