import { Alert, Table, Typography } from 'antd';
import type { MergeRegion } from '../api/hub.types.ts';

/** What two people did to the same blocks: nothing is lost, a person chooses. */
export function ConflictPanel({ regions }: { regions: readonly MergeRegion[] }) {
  const conflicts = regions.filter((r) => r.kind === 'conflict');
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={
          conflicts.length === 0
            ? '他人已保存了别处的修改，与您的修改不冲突；请另存您的文字，刷新后合并。'
            : `有 ${conflicts.length} 处被两个人改得不同。请对照下表，把要保留的文字写进正文后重新保存。`
        }
        style={{ marginBottom: 12 }}
      />
      <Table<MergeRegion & { key: number }>
        size="small"
        pagination={false}
        dataSource={conflicts.map((r, key) => ({ ...r, key }))}
        columns={[
          { title: '原文', width: '33%', render: (_, r) => <Lines lines={r.base} /> },
          { title: '您的修改', width: '33%', render: (_, r) => <Lines lines={r.mine} /> },
          { title: '他人的修改', render: (_, r) => <Lines lines={r.theirs} /> },
        ]}
      />
    </>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, n) => (
      <Typography.Paragraph key={n} style={{ marginBottom: 4 }}>
        {line}
      </Typography.Paragraph>
    ))}
  </>
);
