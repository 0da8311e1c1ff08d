import { describe, expect, it } from 'vitest';
import shipped from './data/disclosure-items.json' with { type: 'json' };
import { timeLimitRule } from '@towncrier/calendar';
import { clausesOf, readTimeLimit, repeatsAbove } from './time-limit.ts';

describe('公开时限', () => {
  it.each([
    ['信息形成或者变更之日起20个工作日内', [{ kind: 'workingDaysFromFormation', days: 20 }]],
    [
      '本级人民代表大会批准后20日内',
      [{ kind: 'calendarDaysFromEvent', days: 20, event: 'peoplesCongressApproval' }],
    ],
    ['自作出行政决定之日起7个工作日内', [{ kind: 'workingDaysFromDecision', days: 7 }]],
    ['自收到申请之日起20个工作日内', [{ kind: 'workingDaysFromRequest', days: 20, extensionDays: 20 }]],
    ['不得少于30日', [{ kind: 'noticePeriod', minDays: 30, unit: 'calendarDay' }]],
    ['公示期五个工作日', [{ kind: 'noticePeriod', minDays: 5, unit: 'workingDay' }]],
    ['提前一周发通知邀请', [{ kind: 'beforeEvent', days: 7, event: 'meeting' }]],
    ['半年至少更新1次', [{ kind: 'periodic', every: 'halfYear', times: 1 }]],
    ['每季度更新', [{ kind: 'periodic', every: 'quarter' }]],
    ['每周更新', [{ kind: 'periodic', every: 'week' }]],
    ['每星期至少更新三次', [{ kind: 'periodic', every: 'week', times: 3 }]],
    ['每半月更新一次', [{ kind: 'periodic', every: 'halfMonth', times: 1 }]],
    ['每月更新2次', [{ kind: 'periodic', every: 'month', times: 2 }]],
    ['每月不少于两次', [{ kind: 'periodic', every: 'month', times: 2 }]],
    ['每年公布不少于4次', [{ kind: 'periodic', every: 'year', times: 4 }]],
    ['按季公开', [{ kind: 'periodic', every: 'quarter' }]],
    [
      '定期公告:企业每季一次,个人每半年一次',
      [
        { kind: 'periodic', every: 'quarter', times: 1 },
        { kind: 'periodic', every: 'halfYear', times: 1 },
      ],
    ],
    ['公示期一百二十日', [{ kind: 'noticePeriod', minDays: 120, unit: 'calendarDay' }]],
    ['提前5个工作日邀请', [{ kind: 'beforeEvent', days: 5, unit: 'workingDay', event: 'meeting' }]],
    ['提前两个月通知会议', [{ kind: 'beforeEvent', months: 2, event: 'meeting' }]],
    ['公示期满3个月停止公示', [{ kind: 'stopPublicityAfter', months: 3 }]],
    ['批复后一年内', [{ kind: 'calendarDaysFromEvent', months: 12, event: 'reportApproved' }]],
    [
      '决定被撤销之日起3个工作日内撤回',
      [{ kind: 'withdrawWithin', days: 3, unit: 'workingDay', event: 'decisionRevokedOrChanged' }],
    ],
    ['按进展情况及时公开', [{ kind: 'promptly', trigger: 'progressChange', needsLocalSla: true }]],
    ['定期公布', [{ kind: 'periodic', every: 'year', needsLocalSla: true }]],
    ['20工作日', [{ kind: 'workingDaysFromFormation', days: 20 }]],
    ['实时公开', [{ kind: 'realtime' }]],
    ['永久公开', [{ kind: 'permanent' }]],
    ['及时公开', [{ kind: 'promptly', needsLocalSla: true }]],
    ['看情况', []],
  ])('%s', (text, rules) => {
    expect(readTimeLimit(text)).toEqual({ text, rules });
  });

  it('with two clauses gives two rules', () => {
    expect(
      readTimeLimit('信息形成20个工作日内;许可、处罚自决定之日起7个工作日内公示').rules.map((r) => r.kind),
    ).toEqual(['workingDaysFromFormation', 'workingDaysFromDecision']);
  });

  it('同上 stands for the cell above', () => {
    expect(['同上', '〃', '同上级批准'].map(repeatsAbove)).toEqual([true, true, false]);
  });

  it('of every shipped row is understood', () => {
    const silent = shipped.items
      .filter((i) => readTimeLimit(i.timeLimit.text).rules.length === 0)
      .map((i) => `${i.id} ${i.timeLimit.text}`);
    expect(silent).toEqual([]);
  });

  it('of the shipped rows reads as the people did who wrote their rules, but where those know more than the text says', () => {
    const numbers = (rules: readonly object[]): string =>
      JSON.stringify(
        rules
          .map((r) => {
            const { kind, days, months, minDays, every } = r as Record<string, unknown>;
            return JSON.stringify({ kind, days, months, minDays, every });
          })
          .sort(),
      );
    const different = shipped.items
      .filter((i) => numbers(readTimeLimit(i.timeLimit.text).rules) !== numbers(i.timeLimit.rules))
      .map((i) => i.id);
    expect(different).toEqual(['ZDXM-11', 'ZDXM-12', 'SPYP-10', 'CXGH-14', 'HJBH-01', 'HJBH-13']);
  });
});

describe('what a machine does not understand of a time limit', () => {
  const unread = (text: string) => clausesOf(text).flatMap((c) => c.unread ?? []);

  it.each([
    ['每两周更新', '无法换算成日期'],
    ['每日更新', '无法换算成日期'],
    ['每旬更新', '无法换算成日期'],
    ['每月10日前更新', '只读懂一部分（10日）'],
    ['按月(季)公开', '只读懂一部分（按月、(季）'],
    ['决定后3日内登记，7个工作日内公示', '只读懂一部分（3日、7个工作日）'],
    ['自备案之日起二三个工作日', '数字读不懂'],
    ['自完工之日起30日内', '起算事件“完工”不在事件表中'],
  ])('%s: %s', (text, words) => {
    expect(unread(text)).toEqual([expect.stringContaining(words)]);
    expect(unread(text)[0]).toContain(text);
  });

  it('is said clause by clause; articles of laws are no numbers', () => {
    expect(unread('7个工作日（第四十五条）；看情况')).toEqual(['“看情况”无法换算成日期']);
    expect(unread('')).toEqual([]);
  });

  it('is, of the shipped rows, two clauses, whose rules a person has written', () => {
    expect(shipped.items.flatMap((i) => unread(i.timeLimit.text).map((words) => `${i.id} ${words}`))).toEqual(
      [
        'SPYP-10 “在国家企业信用信息公示系统公示不超过20个工作日(总局令第45号第九条)”无法换算成日期',
        'HJBH-13 “按月(季)公开”只读懂一部分（按月、(季）',
      ],
    );
    for (const { id, timeLimit } of shipped.items)
      for (const rule of timeLimit.rules) expect(timeLimitRule.safeParse(rule).success, id).toBe(true);
  });
});
