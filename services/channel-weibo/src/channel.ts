import { defineChannel } from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import { collections } from './collections.ts';
import { renderWeibo, weiboProfile } from './render/weibo.status.ts';
import { modeOf, settings, type WeiboSettings } from './settings.ts';
import { WeiboAccounts } from './weibo.accounts.ts';
import { WeiboAdapter, type WeiboRendition } from './weibo.adapter.ts';
import { targets } from './weibo.targets.ts';

export const channel = defineChannel<WeiboSettings, WeiboRendition>({
  id: 'weibo',
  title: '微博',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  targets,
  collections,
  can: {
    recall: 'follow-up',
    revise: 'new-post',
    receipts: 'pull',
    targets: '登记的账号',
    limits: [{ field: 'title', ...weiboProfile.title, shortened: true }],
    quota: '每用户每应用 100 次调用/日，30 条/小时',
    visibleWithinMs: 120_000,
    consequences: {
      correct: '另发一条更正微博；原微博需在微博客户端人工删除。',
      withdraw: '另发一条撤回说明；平台不允许接口删除，原微博需在微博客户端人工删除。到期失效的不另发。',
    },
  },
  wordsOnly: true,
  slots: { urgent: 2, normal: 2 },
  mode: modeOf,
  check: () => [],
  render: (edition) => {
    const { text } = renderWeibo(edition);
    return Promise.resolve({ text, hash: hashText(text) });
  },
  readings: ({ text }) => [{ where: '', text }],
  preview: ({ text }) => Promise.resolve({ kind: 'text', parts: [text] }),
  adapter: ({ settings: s, targets: register, clock }) =>
    new WeiboAdapter(new WeiboAccounts(s, register, clock), s.WEIBO_API_URL),
});
