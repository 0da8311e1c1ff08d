import { z } from 'zod';

export const settings = z.object({
  WECHAT_API_URL: z
    .url()
    .default('https://api.weixin.qq.com')
    .describe('Base address of the WeChat official account platform, or of its twin'),
});
export type WechatSettings = z.infer<typeof settings>;

export const modeOf = ({ WECHAT_API_URL }: WechatSettings): 'twin' | 'live' =>
  new URL(WECHAT_API_URL).hostname.endsWith('weixin.qq.com') ? 'live' : 'twin';
