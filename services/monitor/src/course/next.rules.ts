import type { LedgerRow, NextStep, RowState } from '@towncrier/contracts';
import { isOutranked } from '../matrix/hand.rules.ts';

type Row = Pick<
  LedgerRow,
  'channel' | 'edition' | 'operation' | 'state' | 'retryable' | 'asks' | 'nextAt' | 'byHand'
>;

const nothing = (words: string): NextStep => ({ act: 'nothing', words });

const goesOn = {
  expected: '渠道还没有接收；接收后自动办理，无需操作',
  accepted: '渠道已接收，正在排队，无需操作',
  working: '已送出，正在到公众端核实，无需操作',
} as const;

const retryWords: Readonly<Record<'waiting' | 'unknown' | 'refused' | 'expired' | 'failed', string>> = {
  waiting: '故障排除后立即再办一次，不等到预定时间；已送达的不会重发',
  unknown: '立即到对方平台核实是否已发出；已发出的不会重发',
  refused: '拒收原因（如签名、资质、白名单）处理好后再办一次；内容本身不合要求的，请改用“更正”',
  expired: '仍需发布的，现在补发；已过时效的，请改为人工办结',
  failed: '先核实是否已发出，确认没有发出的才补发；已送达的不会重发',
};

/**
 * The one safe thing to do about a delivery, whoever asks. `all`: the deliveries of its publication. What is moot,
 * done or under way is left alone; what failed is asked for again, since the channel looks before it repeats.
 */
export function nextStepOf(row: Row, all: readonly Row[], now: string): NextStep {
  if (row.byHand !== undefined) return nothing(`已由 ${row.byHand.by} 人工办结`);
  if (row.state === 'confirmed') return nothing('已在公众端核实，无需操作');
  if (row.state === 'superseded' || isOutranked(row, all)) return nothing('已有后续更正或撤回，无需操作');
  return isGoingOn(row.state) ? nothing(goesOn[row.state]) : afterTrouble(row, row.state, now);
}

const isGoingOn = (state: RowState): state is keyof typeof goesOn => state in goesOn;

function afterTrouble(row: Row, state: keyof typeof retryWords | RowState, now: string): NextStep {
  const waits = (state === 'waiting' || state === 'unknown') && row.asks !== true;
  if (waits && row.nextAt !== undefined && row.nextAt > now)
    return { act: 'wait', words: '到时自动再办，无需操作；确需提前的可以立即再办', until: row.nextAt };
  return { act: 'retry', words: retryWords[state as keyof typeof retryWords] };
}

/** Why it cannot be said to have been done by hand; null where it can. Only what rests cannot come to be done twice. */
export function byHandObjection(row: Row, all: readonly Row[]): string | null {
  if (row.byHand !== undefined) return `已由 ${row.byHand.by} 人工办结`;
  if (isOutranked(row, all)) return '已有后续更正或撤回，无需办结';
  if (row.state === 'failed' || row.state === 'refused' || row.state === 'expired') return null;
  return '这条投递还在自动办理，现在人工办结可能造成重复；请等它停下后再办';
}

/** Why asking again makes no sense; null where it may help. */
export function retryObjection(row: Row, all: readonly Row[]): string | null {
  if (row.byHand !== undefined) return `已由 ${row.byHand.by} 人工办结，不再重试`;
  if (isOutranked(row, all)) return '已有后续更正或撤回，这条不再办理';
  return row.retryable ? null : '这条投递已经完成或正在办理，无需重试';
}
