import { Space, Typography } from 'antd';
import type { MatrixTotals } from '../api/hub.types.ts';

/** What the matrix is narrowed to, in figures. */
export const TotalsLine = ({ of }: { of: MatrixTotals | undefined }) =>
  of === undefined ? null : (
    <Space wrap size="large" role="status">
      <span>
        {of.whole ? '共' : '至少'} {of.editions} 个版次，{of.deliveries} 条投递
      </span>
      <span>
        已核实 {of.confirmed} 条{of.deliveries > 0 && `（${share(of)}）`}
      </span>
      <Typography.Text type={of.hand > 0 ? 'danger' : (undefined as never)} strong={of.hand > 0}>
        需人工 {of.hand} 条
      </Typography.Text>
    </Space>
  );

const share = ({ confirmed, deliveries }: MatrixTotals): string =>
  `${((confirmed / deliveries) * 100).toFixed(1)}%`;
