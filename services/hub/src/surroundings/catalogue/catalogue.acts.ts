import type { Acts } from '../../trail/acts.ts';

export const catalogueActs = {
  catalogue: {
    title: '公开事项目录',
    acts: {
      seed: '初始版本',
      import: '导入',
      'put-item': '增改事项',
      'remove-item': '删除事项',
      drop: '作废草案',
      adopt: '通过并生效',
    },
  },
  'closed-item': { title: '不予公开事项', acts: { close: '列入清单', open: '移出清单' } },
} satisfies Acts;
