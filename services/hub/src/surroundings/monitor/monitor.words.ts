import type { LedgerRow, Operation, RowState } from '@towncrier/contracts';

/** Where a delivery stands, in words. */
export const rowStateTitles: Readonly<Record<RowState, string>> = {
  expected: '等待接收',
  accepted: '已接收',
  working: '已送出，核实中',
  waiting: '等待重试',
  unknown: '结果不明，核实中',
  confirmed: '已核实',
  superseded: '已取代',
  refused: '渠道拒收',
  expired: '已过期',
  failed: '需人工处理',
};

/** What was done in a line of a delivery's course. */
export const verbTitles: Readonly<Record<LedgerRow['timeline'][number]['verb'], string>> = {
  release: '发布',
  accept: '接收',
  prepare: '准备',
  publish: '发送',
  observe: '核验',
  withdraw: '撤回',
  settle: '办结',
  retry: '人工重试',
  handle: '人工办结',
};

export const operationTitles: Readonly<Record<Operation, string>> = { publish: '发布', withdraw: '撤回' };
