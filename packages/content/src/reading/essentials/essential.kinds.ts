import type { EssentialKind } from '@towncrier/contracts';

export interface KindOfEssential {
  /** 中文, as an editor and a reader see it. */
  readonly title: string;
  /** Labels and headings that introduce it. */
  readonly label: RegExp;
  /** Labels that look like it and are something else. */
  readonly not?: RegExp;
  /** Whether the shortest text says it. */
  readonly kept: boolean;
}

/** The closed list, the most important first. */
export const essentialKinds: Readonly<Record<EssentialKind, KindOfEssential>> = {
  when: {
    title: '时间',
    label: /时间|日期|时段|期限|公示期/u,
    // when the paper was made, and the hours of an office, are not when it happens
    not: /发布|成文|更新|印发|签发|公布|制定|截止|失效|受理|办公|上班|办结|办理|承诺|出生/u,
    kept: true,
  },
  where: { title: '地点', label: /地点|范围|区域|路段|线路/u, not: /招标|经营|适用|职责/u, kept: true },
  deadline: { title: '截止', label: /截止|截至|失效时间|有效期/u, kept: true },
  action: {
    title: '要求',
    label: /注意事项|温馨提示|特别提醒|措施|防御指南|避险|应对|办理方式/u,
    not: /保障措施|工作措施/u,
    kept: false,
  },
  contact: { title: '电话', label: /电话|热线|联系方式|联系人|咨询|手机/u, kept: true },
  who: { title: '对象', label: /对象|适用人员|适用人群|申请条件|报名条件|资格/u, kept: false },
  ways: {
    title: '方式',
    label: /(?:反馈|反映|提交|参与|报名|获取|缴费|申请|投递)(?:方式|渠道|途径)/u,
    kept: false,
  },
  amount: {
    title: '金额',
    label: /标准|金额|费用|限价|价格|收费|补贴|奖励/u,
    not: /质量|技术|执行/u,
    kept: false,
  },
  why: { title: '原因', label: /原因|事由/u, kept: false },
};

export const kindsInOrder = Object.keys(essentialKinds) as readonly EssentialKind[];

/** What a label introduces; one may introduce two (办理地点和时间). */
export const kindsOf = (label: string): readonly EssentialKind[] =>
  kindsInOrder.filter((kind) => {
    const { label: known, not } = essentialKinds[kind];
    return known.test(label) && not?.test(label) !== true;
  });

/** What each kind is called, in order of importance. */
export const essentialTitles = Object.fromEntries(
  kindsInOrder.map((kind) => [kind, essentialKinds[kind].title]),
) as Readonly<Record<EssentialKind, string>>;
