import type { Acts } from '../../trail/acts.ts';

export const sessionActs = {
  session: {
    title: '登录',
    acts: { start: '登录', end: '退出', refuse: '登录被拒', flood: '多处连续登录失败' },
  },
  access: { title: '访问', acts: { refuse: '操作被拒' } },
  // what a refusal is about
  route: { title: '功能', acts: {} },
} satisfies Acts;
