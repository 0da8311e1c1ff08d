import { minuteInChina } from '@towncrier/content';
import { ProblemError } from '../../http/problem.ts';
import { expiryOf, type CapMessage } from './cap.message.ts';

/** @param senders who may be passed on: an exact name, or `*` followed by how it ends. @throws ProblemError 403 */
export function requireKnownSender({ sender }: CapMessage, senders: readonly string[]): void {
  const known = senders.some((s) => (s.startsWith('*') ? sender.endsWith(s.slice(1)) : sender === s));
  if (!known)
    throw new ProblemError(
      403,
      'unknown-sender',
      `发送方“${sender}”不在预警发送单位名单中；请核实来源，由系统管理员在 WARNING_SENDERS 中登记后再导入`,
    );
}

/**
 * A real warning says until when, and that is still to come. What ends one has no term of its own.
 * @throws ProblemError 422
 */
export function requireInTime(message: CapMessage, now: Date): void {
  if (message.status !== 'Actual' || message.msgType === 'Cancel') return;
  const until = expiryOf(message);
  if (until === null)
    throw new ProblemError(
      422,
      'no-expiry',
      '预警报文没有写明失效时间（expires），发出后无人知道何时终止；请向发送方核对',
    );
  if (until <= now.toISOString())
    throw new ProblemError(
      422,
      'term-over',
      `预警已过失效时间（${minuteInChina(until)}），不得再转发；请向发送方索取最新报文`,
    );
}
