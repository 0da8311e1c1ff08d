import type { PublicationState, Row } from '../api/hub.types.ts';

export const publicationStates: Readonly<Record<PublicationState, { words: string; colour: string }>> = {
  draft: { words: '草稿', colour: 'default' },
  submitted: { words: '待审', colour: 'gold' },
  'in-review': { words: '审核中', colour: 'gold' },
  'secrecy-review': { words: '保密审查', colour: 'gold' },
  referred: { words: '已报请确定', colour: 'purple' },
  'awaiting-confirmation': { words: '应急待确认', colour: 'volcano' },
  approved: { words: '已审定', colour: 'blue' },
  scheduled: { words: '待定时发布', colour: 'cyan' },
  released: { words: '已发布', colour: 'green' },
  withdrawn: { words: '已撤回', colour: 'red' },
  expired: { words: '已失效', colour: 'default' },
  repealed: { words: '已废止', colour: 'default' },
  archived: { words: '已归档', colour: 'default' },
};

export const verdicts = { passed: '通过', returned: '退回', referred: '报请确定' } as const;
export const endings = { withdraw: '撤回', expire: '失效', repeal: '废止' } as const;

export const accountStates = {
  active: { words: '在用', colour: 'green' },
  disabled: { words: '已停用', colour: 'red' },
} as const;
export const versionColours = { draft: 'gold', adopted: 'blue', dropped: 'default' } as const;
export const closedColours = { closed: 'default', opened: 'green' } as const;
export const feedbackColours = {
  received: 'gold',
  accepted: 'blue',
  answered: 'green',
  declined: 'default',
} as const;
/** What a warning is to those before it (CAP 1.2, `msgType`). */
export const warningKinds: Readonly<Record<string, string>> = {
  Alert: '首发',
  Update: '更新',
  Cancel: '解除',
};

export const rowStates: Readonly<Record<Row['state'], { words: string; colour: string }>> = {
  expected: { words: '等待接收', colour: 'default' },
  accepted: { words: '已接收', colour: 'cyan' },
  working: { words: '已送出，核实中', colour: 'processing' },
  waiting: { words: '等待重试', colour: 'gold' },
  unknown: { words: '结果不明，核实中', colour: 'orange' },
  confirmed: { words: '已核实', colour: 'green' },
  superseded: { words: '已取代', colour: 'default' },
  refused: { words: '渠道拒收', colour: 'red' },
  expired: { words: '已过期', colour: 'volcano' },
  failed: { words: '需人工处理', colour: 'red' },
};

export const verbs: Readonly<Record<Row['timeline'][number]['verb'], string>> = {
  release: '发布',
  accept: '接收',
  prepare: '准备',
  publish: '发送',
  observe: '核验',
  withdraw: '撤回',
  settle: '办结',
  retry: '人工重试',
};
export const operations = { publish: '发布', withdraw: '撤回' } as const;
export const recalls = {
  erase: '可删除',
  replace: '可替换为撤回说明',
  'follow-up': '无法收回，另发说明',
  mark: '扫码标注作废',
} as const;

export const when = (instant: string | undefined): string =>
  instant === undefined
    ? '—'
    : new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
export const took = (ms: number | undefined): string =>
  ms === undefined ? '—' : ms < 1000 ? `${ms} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`;

/** Whether a civil date in China is over. */
export const overdue = (day: string, now = new Date()): boolean =>
  day < new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
