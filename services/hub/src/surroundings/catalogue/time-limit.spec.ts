import { describe, expect, it } from 'vitest';
import shipped from './data/disclosure-items.json' with { type: 'json' };
import { readTimeLimit, repeatsAbove } from './time-limit.ts';

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
    expect(different).toEqual(['ZDXM-11', 'ZDXM-12', 'SPYP-10', 'CXGH-14', 'SSGL-09', 'HJBH-01', 'HJBH-13']);
  });
});
