import type { Acts } from '../../trail/acts.ts';

export const columnActs = {
  column: { title: '栏目', acts: { create: '新增', change: '修改' } },
} satisfies Acts;
