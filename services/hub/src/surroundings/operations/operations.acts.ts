import type { Acts } from '../../trail/acts.ts';

export const operationsActs = {
  delivery: {
    title: '投递',
    acts: {
      export: '导出投递表',
      retry: '重试',
      'retry-refused': '重试被拒',
      'retry-unanswered': '重试未获答复',
      'by-hand': '人工办结',
      'by-hand-refused': '人工办结被拒',
      'by-hand-unanswered': '人工办结未获答复',
    },
  },
  retries: {
    title: '批量重试',
    acts: { begin: '开始', pause: '暂停', resume: '继续', stop: '停止', end: '办完' },
  },
  'dead-letter': { title: '死信', acts: { again: '重新投递', void: '作废', export: '导出' } },
} satisfies Acts;
