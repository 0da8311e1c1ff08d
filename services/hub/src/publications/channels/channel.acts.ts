import type { Acts } from '../../trail/acts.ts';

export const channelActs = {
  channel: { title: '渠道', acts: { appear: '上线', return: '重新上线', remove: '移除' } },
} satisfies Acts;
