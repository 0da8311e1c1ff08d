import { Alert, Button, Space, Typography } from 'antd';
import type { Unclaimed } from './claims.ts';

interface Props {
  readonly chosen: number;
  readonly busy: boolean;
  readonly failed: readonly Unclaimed[];
  readonly onClaim: () => void;
}

/** One step for all that are chosen, and a sentence for each that could not be taken on. */
export const ClaimsBar = ({ chosen, busy, failed, onClaim }: Props) => (
  <>
    <Space wrap>
      <Button type="primary" disabled={chosen === 0} loading={busy} onClick={onClaim}>
        {chosen === 0 ? '领取所选' : `领取所选的 ${chosen} 件`}
      </Button>
      <Typography.Text type="secondary">J、K 上下移动，X 选择</Typography.Text>
    </Space>
    {failed.length > 0 && (
      <Alert
        type="warning"
        showIcon
        title={`${failed.length} 件没有领取，其余已领取`}
        description={
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {failed.map(({ id, title, why }) => (
              <li key={id}>
                《{title}》：{why}
              </li>
            ))}
          </ul>
        }
      />
    )}
  </>
);
