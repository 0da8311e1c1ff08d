import type { DeclaredKind, TargetDeclaration } from '@towncrier/channel-kit';
import { z } from 'zod';
import { demonstration } from './demonstration.ts';
import { modeOf, type WechatSettings } from './settings.ts';

/** What the register knows of an account beside its secrets. */
export const accountFacts = z.strictObject({
  appId: z
    .string()
    .regex(/^wx[0-9A-Za-z]{16}$/, '应是 wx 开头的 18 位 AppID')
    .meta({ title: 'AppID', description: '公众平台“设置与开发 - 开发接口管理”中的开发者 ID' }),
});

const account: DeclaredKind = {
  id: 'account',
  title: '公众号',
  measure: '个公众号',
  choice: 'owner',
  catchesUp: false,
  facts: accountFacts,
  secrets: [
    { name: 'appSecret', title: 'AppSecret', required: true },
    { name: 'callbackToken', title: '回调 Token', required: false },
  ],
};

/** Official accounts, each with calls of its own. */
export const targets: TargetDeclaration<WechatSettings> = {
  kinds: [account],
  calls: 'each',
  seed: (settings) => (modeOf(settings) === 'twin' ? demonstration : []),
};
