import { z } from 'zod';

export const settings = z.object({
  SMS_API_URL: z
    .url()
    .default('https://dysmsapi.aliyuncs.com')
    .describe('Address of the SMS provider (Aliyun Dysmsapi 2017-05-25), or of its twin'),
  SMS_ACCESS_KEY_ID: z.string().min(1).describe('Access key id at the provider'),
  SMS_ACCESS_KEY_SECRET: z.string().min(1).describe('Access key secret at the provider'),
  SMS_SIGN_NAME: z
    .string()
    .max(12)
    .default('开远市政府')
    .describe('Signature registered with the carriers; the provider puts it into 【】'),
  SMS_TEMPLATE_CODE: z
    .string()
    .default('SMS_TWIN')
    .describe('Approved notification template with the one variable ${text} and a fixed ending'),
  SMS_TEMPLATE_ENDING: z
    .string()
    .max(40)
    .default('详见开远市人民政府网站')
    .describe('The fixed words after ${text} in the approved template; links are not allowed in variables'),
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
