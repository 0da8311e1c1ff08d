export interface OmissionKind {
  /** 中文, as an editor is told. */
  readonly thing: string;
  /** What is counted; null where there is only one. */
  readonly counter: string | null;
  /** Without it a reader may miss what the notice is about. */
  readonly needed: boolean;
}

const kind = (thing: string, counter: string | null, needed = true): OmissionKind => ({
  thing,
  counter,
  needed,
});

/** What of an edition a reader may not find: the closed list. */
export const omissionKinds = {
  /** Of a table, but for its headings. */
  rows: kind('表格', '行'),
  /** Of a list. */
  items: kind('列表', '项'),
  /** A labelled value that the editor set apart. */
  fact: kind('要点', '项'),
  contact: kind('联系方式', '项'),
  /** In a sentence. */
  telephone: kind('电话', null),
  /** What the notice tells by its labels (`readEssentials`), or the editor wrote. */
  when: kind('时间', '项'),
  where: kind('地点、范围', '项'),
  deadline: kind('截止时间', '项'),
  action: kind('要求和提示', '项'),
  ways: kind('办理、反馈方式', '项'),
  /** A sum of money in a sentence. */
  amount: kind('金额', '处'),
  /** Where objections to a 公示 go, and until when. */
  objections: kind('异议反映方式', null),
  period: kind('公示截止日期', null),
  attachment: kind('附件', null, false),
  /** As they were written: a short text sums them up. */
  paragraphs: kind('正文', '段', false),
} as const satisfies Readonly<Record<string, OmissionKind>>;

export type OmissionKindName = keyof typeof omissionKinds;
