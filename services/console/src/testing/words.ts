import type { Session } from '../api/hub.types.ts';

type Words = Session['screens'][number]['words'];

const inOrder = (titles: Readonly<Record<string, string>>): Words[string] =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

/** Words as the hub gives them along with its pages. */
export const words: Readonly<Record<string, Words>> = {
  list: {
    state: inOrder({
      draft: '草稿',
      submitted: '待审',
      'in-review': '审核中',
      released: '已发布',
      withdrawn: '已撤回',
    }),
    verdict: inOrder({ passed: '通过', returned: '退回', referred: '报请确定' }),
    afterwards: inOrder({ upheld: '予以确认', faulted: '认定有误' }),
    settled: inOrder({ resolved: '已解决', waived: '已免除' }),
    ending: inOrder({ withdraw: '撤回', expire: '失效', repeal: '废止' }),
  },
  deadlines: { obligation: inOrder({ met: '已公开', open: '未到期', overdue: '已逾期' }) },
  deliveries: {
    state: inOrder({
      expected: '等待接收',
      accepted: '已接收',
      working: '已送出，核实中',
      waiting: '等待重试',
      unknown: '结果不明，核实中',
      confirmed: '已核实',
      superseded: '已取代',
      refused: '渠道拒收',
      expired: '已过期',
      failed: '需人工处理',
    }),
    verb: inOrder({
      release: '发布',
      accept: '接收',
      prepare: '准备',
      publish: '发送',
      observe: '核验',
      withdraw: '撤回',
      settle: '办结',
      retry: '人工重试',
      handle: '人工办结',
    }),
    operation: inOrder({ publish: '发布', withdraw: '撤回' }),
  },
  now: {
    recall: inOrder({
      erase: '可删除',
      replace: '可替换为撤回说明',
      'follow-up': '无法收回，另发说明',
      mark: '扫码标注作废',
    }),
    limit: inOrder({ title: '标题' }),
  },
  columns: { freshness: inOrder({ F14: '14 天内更新', F180: '180 天内更新', FEVT: '有事即发' }) },
  catalogue: {
    stage: inOrder({
      decision: '决策公开',
      execution: '执行公开',
      management: '管理公开',
      service: '服务公开',
      result: '结果公开',
    }),
    tier: inOrder({ county: '县级', township: '乡级', village: '村级' }),
    manner: inOrder({ active: '主动公开', 'on-request': '依申请公开' }),
  },
  organisations: {
    kind: inOrder({
      city: '市级机关',
      department: '部门',
      township: '乡镇（街道）',
      village: '村（社区）',
      'service-point': '服务点',
    }),
  },
  people: {
    state: inOrder({ active: '在用', disabled: '已停用' }),
  },
  audit: {
    kind: inOrder({ publication: '发布件', 'closed-item': '不予公开事项' }),
    act: inOrder({ 'publication.publicationEnded': '终止' }),
  },
  warnings: {
    msgType: inOrder({ Alert: '首发', Update: '更新', Cancel: '解除' }),
  },
};
