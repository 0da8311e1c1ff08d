import type { Withdrawal } from '@towncrier/channel-kit';
import { weiboWithdrawal } from './render/weibo.status.ts';

/** The follow-up that tells of a withdrawal. */
export const withdrawalStatus = (withdrawal: Withdrawal): string => weiboWithdrawal(withdrawal);
