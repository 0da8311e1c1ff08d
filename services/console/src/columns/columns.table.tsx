import { Table, Tag, Typography } from 'antd';
import { Wide } from '../frame/wide.tsx';
import type { Step } from '../api/hub.types.ts';
import { useBodyNames } from '../organisation/organisations.ts';
import { Word } from '../session/words.tsx';
import { StepButton } from '../steps/step.button.tsx';
import { titleIn, useTypes, type Column } from './columns.ts';

const reviewsOf = ({ reviews, reviewLevels, secrecyReview }: Column): string =>
  reviews === null
    ? `${reviewLevels} 级审核${secrecyReview ? '＋保密审查' : ''}`
    : reviews.map((kind) => kind.title).join('、');

interface Props {
  readonly columns: readonly Column[];
  readonly loading: boolean;
  readonly onStep: (column: Column, step: Step) => void;
}

const Title = ({ of: { title, abolished } }: { readonly of: Column }) => (
  <>
    {title}
    {abolished && <Tag style={{ marginLeft: 8 }}>已撤销</Tag>}
  </>
);

export function ColumnsTable({ columns, loading, onStep }: Props) {
  const types = useTypes();
  const bodyName = useBodyNames();
  return (
    <Wide label="栏目">
      <Table<Column>
        rowKey="code"
        size="small"
        loading={loading}
        dataSource={columns}
        pagination={false}
        columns={[
          { title: '栏目', render: (_, c) => <Title of={c} /> },
          {
            title: '代码',
            dataIndex: 'code',
            render: (code: string) => <Typography.Text code>{code}</Typography.Text>,
          },
          { title: '负责机构', render: (_, c) => bodyName(c.owner) },
          { title: '审核', render: (_, c) => reviewsOf(c) },
          { title: '默认类型', render: (_, c) => titleIn(types.data, c.defaultType) },
          { title: '更新要求', render: (_, c) => <Word on="columns" field="freshness" of={c.freshness} /> },
          {
            title: '办理',
            render: (_, c) =>
              c.steps.map((step) => (
                <StepButton key={step.act} small step={step} onClick={() => onStep(c, step)} />
              )),
          },
        ]}
      />
    </Wide>
  );
}
