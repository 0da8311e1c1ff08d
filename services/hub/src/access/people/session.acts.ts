import type { Acts } from '../../trail/acts.ts';

export const sessionActs = {
  session: { title: '登录', acts: { start: '登录' } },
} satisfies Acts;
