import type { Recall } from '@towncrier/contracts';

/** What a channel can do about what it has sent, in words. */
export const recallTitles: Readonly<Record<Recall, string>> = {
  erase: '可删除',
  replace: '可替换为撤回说明',
  'follow-up': '无法收回，另发说明',
  mark: '扫码标注作废',
};

/** What a channel has only so much room for, in words. */
export const limitTitles = { title: '标题' } as const;
