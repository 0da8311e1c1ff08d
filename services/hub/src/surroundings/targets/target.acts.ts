import type { Acts } from '../../trail/acts.ts';
import type { Doing } from './target.audit.ts';

export const targetActs = {
  target: {
    title: '终端',
    acts: {
      create: '登记',
      change: '修改',
      pause: '暂停',
      resume: '恢复',
      retire: '停用',
      import: '导入',
      export: '导出',
      'create-unanswered': '登记（登记簿未应答）',
      'change-unanswered': '修改（登记簿未应答）',
      'pause-unanswered': '暂停（登记簿未应答）',
      'resume-unanswered': '恢复（登记簿未应答）',
      'retire-unanswered': '停用（登记簿未应答）',
      'import-unanswered': '导入（登记簿未应答）',
    } satisfies Record<Doing['act'] | `${Doing['act'] | 'import'}-unanswered` | 'import' | 'export', string>,
  },
} satisfies Acts;
