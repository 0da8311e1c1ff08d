import { describe, expect, it } from 'vitest';
import { readAnnouncement } from './announcement.ts';
import { ChinaCalendar } from './china.calendar.ts';

const text2026 = `
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;
const text2025 = `
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`;
const read = (text: string, year = 2026) => readAnnouncement(year, '国务院办公厅通知', text);
const days = (of: Readonly<Record<string, string>>): readonly string[] => Object.keys(of).toSorted();

describe('an announcement of a year', () => {
  it.each([
    [2025, text2025],
    [2026, text2026],
  ])('of %i gives the days that are known of it', (year, text) => {
    const { year: found, problems } = read(text, year);
    const known = new ChinaCalendar().year(year);
    expect(problems).toEqual([]);
    expect(days(found.off)).toEqual(days(known.off));
    expect(days(found.work)).toEqual(days(known.work));
  });

  it.each([
    [
      'a number of days',
      text2026.replace('共9天', '共8天'),
      '“春节”读出 9 天（2026-02-15 至 2026-02-23），原文为 8 天',
    ],
    [
      'a day of the week',
      text2026.replace('1月1日（周四）', '1月1日（周五）'),
      '“元旦”里的 2026-01-01 是星期四，原文为星期五',
    ],
    [
      'a day that is worked',
      text2026.replace('5月9日（周六）', '5月8日'),
      '上班日 2026-05-08 不是星期六或星期日',
    ],
    ['a missing holiday', text2026.replace(/五、端午节.*\n/u, ''), '缺少“端午”的放假安排'],
    [
      'a paragraph without dates',
      text2026.replace('4月4日（周六）至6日（周一）', '待定'),
      '“清明节”一段里没有读出放假的日期',
    ],
  ])('with %s that does not fit is told', (_what, text, problem) => {
    expect(read(text).problems).toContain(problem);
  });

  it('of another year does not pass for this one', () => {
    expect(read(text2025, 2026).problems.length).toBeGreaterThan(5);
  });

  it('may begin in the year before', () => {
    const text = text2026.replace(/一、元旦：.*\n/u, '一、元旦：2025年12月31日至2026年1月2日放假，共3天。\n');
    expect(read(text)).toMatchObject({
      problems: [],
      year: { off: { '2025-12-31': '元旦', '2026-01-02': '元旦' } },
    });
  });

  it('that is none has problems, and nothing else', () => {
    expect(read('你好').problems).toContain('缺少“春节”的放假安排');
  });
});

describe('a year that is learnt', () => {
  it('makes exact what was provisional', () => {
    const calendar = new ChinaCalendar();
    expect(calendar.addWorkingDays('2026-12-10', 20)).toBe('2027-01-05');
    expect(calendar.isProvisional('2026-12-10', '2027-01-05')).toBe(true);

    calendar.learn({ year: 2027, source: '测试', off: { '2027-01-01': '元旦' }, work: {} });

    expect(calendar.addWorkingDays('2026-12-10', 20)).toBe('2027-01-08');
    expect(calendar.isProvisional('2026-12-10', '2027-01-08')).toBe(false);
  });
});
