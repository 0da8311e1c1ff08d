import type { Acts } from '../../trail/acts.ts';
import type { RequestCommand } from './request.commands.ts';

export const requestActs = {
  request: {
    title: '依申请公开',
    acts: {
      file: '登记申请',
      read: '查阅',
      reckon: '到期计算',
      confirmReceipt: '确认收到',
      askForCorrection: '要求补正',
      takeCorrection: '收到补正',
      giveUp: '视为放弃',
      extend: '延期',
      consult: '征求意见',
      endConsultation: '结束征求意见',
      answer: '答复',
      archive: '归档',
    } satisfies Record<RequestCommand['type'] | 'file' | 'read' | 'reckon', string>,
  },
} satisfies Acts;
