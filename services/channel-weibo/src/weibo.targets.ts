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
  }),
  secrets: [{ name: 'accessToken', title: '授权令牌', required: true }],
};

/** Accounts on Weibo, each with calls of its own. */
export const targets: TargetDeclaration<WeiboSettings> = {
  kinds: [account],
  calls: 'each',
  seed: (settings) => (modeOf(settings) === 'twin' ? demonstration : []),
};
