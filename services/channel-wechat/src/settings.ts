import { z } from 'zod';

export const settings = z.object({
  WECHAT_API_URL: z
    .url()
    .default('https://api.weixin.qq.com')
    .describe('Base address of the WeChat official account platform, or of its twin'),
  WECHAT_APP_ID: z.string().min(1).describe('AppID of the official account'),
  WECHAT_APP_SECRET: z.string().min(1).describe('AppSecret of the official account'),
  WECHAT_CALLBACK_TOKEN: z
    .string()
    .min(3)
    .max(32)
    .describe('Token set under 服务器配置; signs the callbacks'),
});
export type WechatSettings = z.infer<typeof settings>;
