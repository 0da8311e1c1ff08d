import { Alert, Table, Tag, Typography } from 'antd';
import type { Publication, Remark } from '../api/hub.types.ts';
import { Word } from '../session/words.tsx';
import { StepBar } from '../steps/step.bar.tsx';
import { bodyOf } from '../steps/steps.ts';
import { useStep } from './publications.ts';

/** The remarks on an edition, each with what may be done about it. */
export function RemarksTable({ p, remarks }: { p: Publication; remarks: readonly Remark[] }) {
  const step = useStep(p.id);
  const stepsOf = ({ id }: Remark) => p.steps.filter((s) => s.about === `comment/${id}`);
  return (
    <>
      <Typography.Text strong>批注</Typography.Text>
      {step.error !== null && <Alert type="error" showIcon title={step.error.message} />}
      <Table<Remark>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={[...remarks]}
        locale={{ emptyText: '没有批注' }}
        columns={[
          { title: '段落', dataIndex: 'block', width: 70 },
          { title: '批注', dataIndex: 'words' },
          { title: '批注人', dataIndex: 'by', width: 110 },
          {
            title: '处理',
            width: 220,
            render: (_, remark) =>
              remark.settled === null ? (
                <StepBar
                  small
                  steps={stepsOf(remark)}
                  busy={step.isPending}
                  onTake={(s, answers) =>
                    step.mutateAsync({ verb: s.act, body: bodyOf(s, p.version, answers) })
                  }
                />
              ) : (
                <Settled settled={remark.settled} />
              ),
          },
        ]}
      />
    </>
  );
}

const Settled = ({ settled }: { settled: NonNullable<Remark['settled']> }) => (
  <Tag>
    <Word on="list" field="settled" of={settled.as} />（{settled.by}）
  </Tag>
);
