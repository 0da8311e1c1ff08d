import type { Withdrawal } from '@towncrier/channel-kit';
import { smsWithdrawal } from '@towncrier/content';
import type { SmsSettings } from './settings.ts';

/** What the handset shows: the provider puts the signature in front and the template's fixed words behind. */
export function messageText(variable: string, settings: Pick<SmsSettings, 'SMS_SIGN_NAME' | 'SMS_TEMPLATE_ENDING'>): string {
  return `【${settings.SMS_SIGN_NAME}】${variable}${settings.SMS_TEMPLATE_ENDING}`;
}

export const withdrawalVariable = (withdrawal: Withdrawal): string => smsWithdrawal(withdrawal);
