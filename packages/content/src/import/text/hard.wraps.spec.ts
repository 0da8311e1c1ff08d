import { describe, expect, it } from 'vitest';
import { LossList } from '../losses/loss.list.ts';
import { joinHardWraps } from './hard.wraps.ts';

/** Of so many Han characters: two cells each. */
const han = (count: number, last = '水'): string => '停'.repeat(count - 1) + last;
const joined = (...lines: readonly string[]) => {
  const losses = new LossList();
  return { lines: joinHardWraps(lines, losses), losses: losses.all };
};
/** Three lines that end at the width of a page, and what comes after them. */
const page = (...after: readonly string[]): readonly string[] =>
  joined(han(20), han(20), han(20), ...after).lines;

describe('lines that a program broke at the width of its page', () => {
  it('are one paragraph again, which is told once with their number', () => {
    expect(joined(han(20), han(20), han(20), '完。')).toEqual({
      lines: [`${han(20).repeat(3)}完。`],
      losses: [{ kind: 'joined-lines', where: '', count: 3 }],
    });
  });

  it('are three at least, on a page of forty cells or more', () => {
    const stay = (...lines: readonly string[]) => expect(joined(...lines)).toEqual({ lines, losses: [] });
    stay(han(20), han(20), '完。');
    stay(han(19), han(19), han(19), '完。');
    stay(han(20), han(20), han(20, '。'), '完。');
    stay(`${han(20)}\t`, han(20), han(20), '完。');
    stay();
  });

  it('are left apart where each begins something, and then nothing is told', () => {
    const lines = [1, 2, 3].map((n) => `${n}.${han(20)}`);
    expect(joined(...lines)).toEqual({ lines, losses: [] });
  });

  it('may be shorter by a mark that may not begin a line, and no more', () => {
    expect(joined(han(20), han(20), `${han(17)}a`, '完。').lines).toHaveLength(1);
    expect(joined(han(20), han(20), han(17), '完。').lines).toHaveLength(4);
  });

  it('end where a shorter line ends', () => {
    expect(page('完', '另起')).toEqual([`${han(20).repeat(3)}完`, '另起']);
  });

  it('end where the next line begins something', () => {
    for (const line of [
      '一、范围',
      '十二、范围',
      '第三章 总则',
      '第12条 停水',
      '（一）范围',
      '(3)范围',
      '1.范围',
      '12、范围',
      '3．范围',
      '附件：名单',
      '抄送：水务局',
      '联系人：甲',
      '（此件公开发布）',
      '2026年2月28日',
      '',
    ])
      expect(page(line)).toEqual([han(20).repeat(3), line]);
  });

  it('go on with words that only look like a beginning', () => {
    for (const line of ['三人', '第三人', '（供水）', '12人', '见附件', '（一'])
      expect(page(line)).toEqual([han(20).repeat(3) + line]);
  });

  it('end with a sentence where paragraphs are not set in', () => {
    const lines = [han(20), han(20), han(20), han(20, '。'), '另起'];
    expect(joined(...lines).lines).toEqual([lines.slice(0, 4).join(''), '另起']);
    expect(joined(...lines.with(3, `停。${han(18)}`)).lines).toHaveLength(1);
  });

  it('end at the next line that is set in, where paragraphs are', () => {
    const first = `　　${han(18)}`;
    expect(joined(first, han(20), han(20, '。'), han(20), '完', '　　另起').lines).toEqual([
      `${first}${han(20)}${han(20, '。')}${han(20)}完`,
      '　　另起',
    ]);
    expect(joined(`    ${han(18)}`, han(20), han(20), `    ${han(18)}`, '完').lines).toEqual([
      `    ${han(18)}${han(20)}${han(20)}`,
      `    ${han(18)}完`,
    ]);
  });

  it('keep the blank between words of another script, and put none into a number or a text of Han', () => {
    const latin = 'The water supply of East Road will stop';
    const lines = [`${latin},`, `${latin}s`, `${latin}.`.replace('.', 'x'), 'at 8'];
    expect(joined(...lines).lines).toEqual([lines.join(' ')]);
    expect(joined(han(20), han(20), `${'停'.repeat(19)}20`, '26人').lines).toEqual([
      `${han(20).repeat(2)}${'停'.repeat(19)}2026人`,
    ]);
    expect(joined(han(20), han(20), `${'停'.repeat(19)}No`, '水A').lines[0]).toMatch(/No水A$/);
    expect(joined(han(20), han(20), `No${han(19)}`, 'A座').lines[0]).toMatch(/水A座$/);
  });

  it('are not set in by blanks in their middle', () => {
    const gap = `停水    ${han(16)}`;
    expect(joined(gap, gap, gap, han(20, '。'), '另起').lines).toEqual([
      gap.repeat(3) + han(20, '。'),
      '另起',
    ]);
    const first = `　　${han(18)}`;
    expect(joined(first, han(20), han(20), '停 水', first).lines[0]).toMatch(/停 水$/);
  });

  it('lose the blanks at their ends', () => {
    expect(joined(`${han(20)}  `, ` ${han(19)} `, `${han(20)} `, ' 完').lines).toEqual([
      `${han(20)}${han(19)}${han(20)}完`,
    ]);
  });
});
