import { Tooltip, Typography } from 'antd';
import type { Row } from '../api/hub.types.ts';

/** What the public end showed when somebody looked. */
export function Proof({ row: { evidence } }: { row: Row }) {
  if (evidence === undefined) return <>—</>;
  return (
    <>
      {evidence.url !== undefined && (
        <a href={evidence.url} target="_blank" rel="noreferrer">
          查看
        </a>
      )}
      {evidence.hash !== undefined && (
        <Tooltip title={`公众端所见的哈希 ${evidence.hash}`}>
          <Typography.Text code style={{ marginLeft: 8, fontSize: 'var(--ant-font-size-sm)' }}>
            {evidence.hash.slice(0, 8)}
          </Typography.Text>
        </Tooltip>
      )}
    </>
  );
}
