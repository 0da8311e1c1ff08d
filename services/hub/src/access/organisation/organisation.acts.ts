import type { Acts } from '../../trail/acts.ts';

export const organisationActs = {
  organisation: {
    title: '机构',
    acts: {
      create: '新增',
      change: '修改',
      abolish: '撤销',
      reinstate: '恢复',
      'appoint-liaison': '确定联络员',
    },
  },
} satisfies Acts;
