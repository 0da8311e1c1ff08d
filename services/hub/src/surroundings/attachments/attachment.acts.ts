import type { Acts } from '../../trail/acts.ts';

export const attachmentActs = {
  attachment: { title: '附件', acts: { add: '上传' } },
} satisfies Acts;
