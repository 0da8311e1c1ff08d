/** What is there once a step is done: a page, words on it, or something in it. All that is named must be there. */
export interface Done {
  /** The key of the page. */
  readonly at?: string;
  /** One of these is said of the thing the page is about, in a tag. */
  readonly says?: readonly string[];
  /** A CSS selector. */
  readonly has?: string;
}

/** One thing to do. */
export interface TourStep {
  readonly words: string;
  /** The words with which the link, button or tab begins that is marked: the first of these that is to be seen. */
  readonly mark?: readonly string[];
  /** Left out where only the person can tell. */
  readonly done?: Done;
}

/** The way through one duty, in about three minutes. */
export interface Tour {
  /** The page of the menu that must be open to the person. */
  readonly needs: string;
  /** What they must be able to do there, as the hub names it. */
  readonly act?: string;
  readonly label: string;
  readonly steps: readonly TourStep[];
}

const written = 'input[id="title"]:not([value=""])';

export const tours: readonly Tour[] = [
  {
    needs: 'write',
    label: '写一篇公告，再更正它',
    steps: [
      { words: '点“撰写”，开始一篇新的。', mark: ['撰写'], done: { at: 'write' } },
      {
        words: '点“导入文件…”，选一份 Word 或 WPS 文件；没有文件就点“用模板…”，或直接写标题和正文。',
        mark: ['导入文件…'],
        done: { at: 'write', has: written },
      },
      {
        words:
          '各渠道的样子就在正文旁边，边写边变。按 F8 逐处看校对提示，Alt+Enter 采用改法。改好后点“保存草稿”。',
        mark: ['保存草稿'],
        done: { at: 'publication' },
      },
      {
        words: '点“提交审核”。问到的事逐项确认。',
        mark: ['提交审核'],
        done: { at: 'publication', says: ['待审', '保密审查', '应急待确认'] },
      },
      {
        words: '作者不能审自己的稿。请审核人登录，点“帮助”里的“审一件稿”；发布之后，这里接着往下走。',
        done: { at: 'publication', says: ['已发布'] },
      },
      {
        words: '发现一个数字错了：点“更正”，从已发布的文字改起。',
        mark: ['更正'],
        done: { at: 'correct' },
      },
      {
        words: '改那个数字，写明公众能看到的更正原因，点“保存草稿”，再提交审核。原版在更正发布之前照常公开。',
        mark: ['保存草稿'],
        done: { at: 'publication', says: ['更正拟稿', '更正待审'] },
      },
    ],
  },
  {
    needs: 'reviews',
    label: '审一件稿，发布，再撤回',
    steps: [
      {
        words: '点“待我办理”：等您办的事，等得最久的在前。',
        mark: ['待我办理', '编审'],
        done: { at: 'reviews' },
      },
      {
        words: '打开一件：点它，或按 J、K 移到它，再按 Enter（X 勾选，可一并认领）。',
        done: { at: 'publication' },
      },
      {
        words: '公众将看到的文字和各渠道的样子都在这一页。点“审核与批注”可以批注选中的文字。',
        mark: ['审核与批注'],
        done: { at: 'publication', has: '.towncrier-text' },
      },
      {
        words: '同意就按 A，再按 Enter；要退回就按 R，写明原因。每一级由不同的人办理。',
        done: { at: 'publication', says: ['审核中', '保密审查', '已审定', '草稿'] },
      },
      {
        words: '审定之后，点“发布到……个渠道”。下面的投递逐个变成“已核实”：公众端已经看过。',
        mark: ['发布到'],
        done: { at: 'publication', says: ['已核实'] },
      },
      {
        words: '要收回：点“撤回”。先看每个渠道收得回什么，再写明公开的原因。',
        mark: ['撤回'],
        done: { at: 'publication', says: ['已撤回'] },
      },
    ],
  },
  {
    needs: 'warnings',
    act: 'own',
    label: '发布一条预警',
    steps: [
      {
        words: '点“预警”。首页也有“发布预警”。',
        mark: ['发布预警', '预警', '编审'],
        done: { at: 'warnings' },
      },
      {
        words: '依次点灾害、级别和范围；时效和措施已按惯例写好，可以改。再点“请求发布”。',
        mark: ['请求发布'],
        done: { at: 'publication', says: ['应急待确认'] },
      },
      {
        words: '由另一位值班人员确认：要凭自己核实的情况重新选一遍级别和范围，不一致就不会发出。',
        done: { at: 'publication', says: ['已发布'] },
      },
    ],
  },
  {
    needs: 'deliveries',
    act: 'retry-all',
    label: '看投递，把没送到的再办一次',
    steps: [
      {
        words: '点“现在”：每个渠道、每个账号一块，要人管的排在最前，写明下一步。',
        mark: ['现在'],
        done: { at: 'now' },
      },
      {
        words: '点“投递与运维”：一行一个版次，一列一个渠道。',
        mark: ['投递与运维'],
        done: { at: 'deliveries' },
      },
      { words: '点一格，看它的经过：排队、每次尝试、公众端看到了什么，以及唯一稳妥的下一步。' },
      {
        words: '同一原因的可以一起办：按原因筛选，点“批量重试”，看清条数和费用，写明理由。已送达的不会重发。',
        mark: ['批量重试'],
      },
    ],
  },
];
