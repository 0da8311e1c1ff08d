import { describe, expect, it } from 'vitest';
import { LossList } from '../losses/loss.list.ts';
import { withoutPageMarks } from './page.marks.ts';

const left = (line: string): boolean => withoutPageMarks([line], new LossList()).length > 0;

describe('what only a page needs', () => {
  it.each([
    '—1—',
    '— 12 —',
    '- 3 -',
    '––4––',
    '—1234—',
    '第3页',
    '第 3 页',
    '第3页共5页',
    '第3页 共5页',
    '第 3 页，共 5 页',
    '第3页/共5页',
    '──────',
    '————',
    '____',
    '= = = =',
    '  ****  ',
    '…………',
    '~~~~',
  ])('%s does not go out', (line) => {
    expect(left(line)).toBe(false);
  });

  it.each([
    '',
    '   ',
    '———',
    '——甲——',
    '甲——',
    '——————甲',
    '—12345—',
    '3',
    '—3',
    '3—',
    '见—3—',
    '—3—页',
    '见第3页',
    '第3页完',
    '第12345页',
    '第3页共5页完',
    '第页',
  ])('“%s” stays', (line) => {
    expect(left(line)).toBe(true);
  });

  it('is told with its line, as a reader counts', () => {
    const losses = new LossList();
    expect(withoutPageMarks(['停水', ' —1— ', '请储水'], losses)).toEqual(['停水', '请储水']);
    expect(losses.all).toEqual([{ kind: 'page-mark', where: '第2行', count: 1, excerpt: '—1—' }]);
  });
});
