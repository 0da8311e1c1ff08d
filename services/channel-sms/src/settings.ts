import { z } from 'zod';

export const settings = z.object({
  SMS_API_URL: z
    .url()
    .default('https://dysmsapi.aliyuncs.com')
    .describe('Address of the SMS provider (Aliyun Dysmsapi 2017-05-25), or of its twin'),
  SMS_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .describe('Access key id at the provider, for all routes that have no account of their own'),
  SMS_ACCESS_KEY_SECRET: z.string().min(1).describe('Access key secret of that account'),
  SMS_CALLBACK_SECRET: z
    .string()
    .min(8)
    .describe('Part of the address to which the provider posts delivery reports; reports are not signed'),
  SMS_BATCH: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(1000)
    .describe('Numbers in one call; the provider takes 1000'),
});
export type SmsSettings = z.infer<typeof settings>;

export const modeOf = ({ SMS_API_URL }: SmsSettings): 'twin' | 'live' =>
  new URL(SMS_API_URL).hostname.endsWith('aliyuncs.com') ? 'live' : 'twin';
