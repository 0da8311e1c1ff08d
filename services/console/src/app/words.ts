import type { PublicationState, Row } from '../api/api.types.ts';

export const publicationStates: Readonly<Record<PublicationState, { words: string; colour: string }>> = {
  draft: { words: '草稿', colour: 'default' }, submitted: { words: '待审', colour: 'gold' }, approved: { words: '已审定', colour: 'blue' },
  published: { words: '已发布', colour: 'green' }, withdrawn: { words: '已撤回', colour: 'red' },
};

export const rowStates: Readonly<Record<Row['state'], { words: string; colour: string }>> = {
  expected: { words: '等待接收', colour: 'default' }, accepted: { words: '已接收', colour: 'cyan' }, working: { words: '已送出，核实中', colour: 'processing' },
  waiting: { words: '等待重试', colour: 'gold' }, unknown: { words: '结果不明，核实中', colour: 'orange' }, confirmed: { words: '已核实', colour: 'green' },
  superseded: { words: '已取代', colour: 'default' }, refused: { words: '渠道拒收', colour: 'red' }, expired: { words: '已过期', colour: 'volcano' }, failed: { words: '需人工处理', colour: 'red' },
};

export const verbs: Readonly<Record<string, string>> = { release: '发布', accept: '接收', prepare: '准备', publish: '发送', observe: '核验', withdraw: '撤回', settle: '办结', retry: '人工重试' };
export const operations = { publish: '发布', withdraw: '撤回' } as const;
export const recalls = { erase: '可删除', replace: '可替换为撤回说明', 'follow-up': '无法收回，另发说明', mark: '扫码标注作废' } as const;

export const when = (instant: string | undefined): string => (instant === undefined ? '—' : new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }));
export const took = (ms: number | undefined): string => (ms === undefined ? '—' : ms < 1000 ? `${ms} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`);
