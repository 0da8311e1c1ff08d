import type { DeclaredKind, TargetDeclaration } from '@towncrier/channel-kit';
import { z } from 'zod';
import { demonstration } from './demonstration.ts';
import { modeOf, type WeiboSettings } from './settings.ts';

const account: DeclaredKind = {
  id: 'account',
  title: '微博账号',
  measure: '个微博账号',
  choice: 'owner',
  catchesUp: false,
  facts: z.strictObject({
    uid: z
      .string()
      .regex(/^\d{5,19}$/, '应是微博用户编号，只含数字')
      .meta({ title: '用户编号（uid）', description: '账号主页地址中的数字' }),
    tokenUntil: z.iso
      .date('应是日期，如 2027-05-30')
      .optional()
      .meta({ title: '授权到期日', description: '平台授权页所示；到期前 14 天起提醒', expires: true }),
  }),
  secrets: [{ name: 'accessToken', title: '授权令牌', required: true }],
};

/** Accounts on Weibo, each with calls of its own. */
export const targets: TargetDeclaration<WeiboSettings> = {
  kinds: [account],
  calls: 'each',
  seed: (settings) => (modeOf(settings) === 'twin' ? demonstration : []),
};
