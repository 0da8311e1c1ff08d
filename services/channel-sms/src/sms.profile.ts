import { smsProfile, type SmsProfile } from './render/sms.text.ts';
import type { SmsSettings } from './settings.ts';

/** The house's limits with this county's signature and the fixed words that end the approved template. */
export const profileOf = (s: Pick<SmsSettings, 'SMS_SIGN_NAME' | 'SMS_TEMPLATE_ENDING'>): SmsProfile => ({
  ...smsProfile,
  signature: s.SMS_SIGN_NAME,
  ending: s.SMS_TEMPLATE_ENDING,
});
