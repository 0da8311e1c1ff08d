import type { Acts } from '../../trail/acts.ts';

export const auditActs = {
  audit: { title: '审计记录', acts: { read: '查看', verify: '核验全链', export: '导出' } },
} satisfies Acts;
