import { z } from 'zod';

export const settings = z.object({
  WEIBO_API_URL: z
    .url()
    .default('https://api.weibo.com')
    .describe('Base address of the Weibo open platform, or of its twin'),
  WEIBO_ACCESS_TOKEN: z
    .string()
    .min(1)
    .describe(
      'Access token of the account, granted by a person (OAuth 2); it cannot be renewed by a machine',
    ),
  WEIBO_RIP: z
    .string()
    .default('127.0.0.1')
    .describe('Real IP address of the acting user, required by statuses/share'),
});
export type WeiboSettings = z.infer<typeof settings>;
