import { Alert, Table, Tag } from 'antd';
import type { ImportReport as Report } from './versions.ts';

type Row = Report['rows'][number];

/** How a file was read: one sentence, and every row that has something to say. */
export function ImportReport({ report }: { report: Report }) {
  const told = report.rows.filter((r) => r.problems.length + r.advice.length > 0);
  return (
    <>
      <Alert
        showIcon
        type={report.bad > 0 ? 'error' : report.incomplete > 0 ? 'warning' : 'success'}
        title={inWords(report)}
      />
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

function inWords({ good, bad, incomplete, catalogue }: Report): string {
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
