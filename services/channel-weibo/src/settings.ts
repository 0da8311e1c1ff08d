import { z } from 'zod';

export const settings = z.object({
  WEIBO_API_URL: z
    .url()
    .default('https://api.weibo.com')
    .describe('Base address of the Weibo open platform, or of its twin'),
  WEIBO_RIP: z
    .string()
    .default('127.0.0.1')
    .describe('Real IP address of the acting user, required by statuses/share'),
});
export type WeiboSettings = z.infer<typeof settings>;

export const modeOf = ({ WEIBO_API_URL }: Pick<WeiboSettings, 'WEIBO_API_URL'>): 'twin' | 'live' =>
  new URL(WEIBO_API_URL).hostname === 'api.weibo.com' ? 'live' : 'twin';
