import { Alert, Button, Table, Tag } from 'antd';
import { ImportLosses } from './import.losses.tsx';
import type { ImportReport as Report } from './versions.ts';

type Row = Report['rows'][number];

interface Props {
  readonly report: Report;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

/** Nothing was stored, because what of the file is in no row has to be looked at first. */
const isOpen = ({ bad, good, catalogue, losses }: Report): boolean =>
  bad === 0 && good > 0 && catalogue === null && losses.some(({ severity }) => severity === 'block');

/** How a file was read: one sentence, what of it is in no row, and every row that has something to say. */
export function ImportReport({ report, busy, onConfirm }: Props) {
  const told = report.rows.filter((r) => r.problems.length + r.advice.length > 0);
  return (
    <>
      <Alert
        showIcon
        type={typeOf(report)}
        title={inWords(report)}
        action={
          isOpen(report) && (
            <Button size="small" loading={busy} onClick={onConfirm}>
              已对照原表，照此导入
            </Button>
          )
        }
      />
      <ImportLosses losses={report.losses} />
      {told.length > 0 && (
        <Table<Row>
          rowKey="row"
          size="small"
          dataSource={told}
          pagination={{ pageSize: 10, showSizeChanger: false }}
          columns={[
            { title: '行', dataIndex: 'row', width: 60 },
            { title: '编码', dataIndex: 'id', width: 110 },
            { title: '名称', dataIndex: 'name', width: 200 },
            { title: '结果', render: (_, row) => <Told of={row} /> },
          ]}
        />
      )}
    </>
  );
}

function typeOf(report: Report): 'error' | 'warning' | 'success' {
  if (report.bad > 0 || report.catalogue === null) return 'error';
  return report.incomplete > 0 || report.losses.length > 0 ? 'warning' : 'success';
}

function inWords(report: Report): string {
  const { good, bad, incomplete, catalogue } = report;
  if (isOpen(report)) return `读入 ${good} 行，还没有保存：下列内容没有导入，请先对照原表。`;
  if (good + bad === 0) return '表里没有看得见的事项，没有导入任何内容。';
  if (bad > 0) return `有 ${bad} 行读不出来，没有导入任何内容；请改正后重新导入。`;
  const lacking = incomplete > 0 ? `；${incomplete} 项要素不全，补齐前不能生效` : '';
  return `读入 ${good} 行，成为第 ${catalogue?.number ?? '—'} 版草案${lacking}。`;
}

const Told = ({ of: { problems, advice } }: { of: Row }) => (
  <>
    {problems.map((words) => (
      <div key={words}>
        <Tag color="red">错误</Tag>
        {words}
      </div>
    ))}
    {advice.map((words) => (
      <div key={words}>
        <Tag color="orange">提示</Tag>
        {words}
      </div>
    ))}
  </>
);
