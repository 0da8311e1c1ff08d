import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWord } from '../read-word.ts';
import { centred, large, ordinaryStyles, p, r, styled } from '../testing/word.markup.ts';
import { wordFile } from '../testing/word.file.ts';

const titles = [
  '开远市人民政府办公室关于印发全民健身行动方案（2027—2029年）的通知',
  '开远市水务局关于2026年12月计划停水的公告',
  '关于公布第三批市级非物质文化遗产代表性项目名录的通知',
  '开远市城镇职工基本医疗保险门诊共济保障实施细则（征求意见稿）',
];
const above = [
  '',
  p(r('开远市人民政府文件', '<w:sz w:val="72"/>'), centred),
  p('开政发〔2026〕8号', centred),
  p('特急'),
];
const ways: readonly ((line: string) => string)[] = [
  (line) => p(r(line, large), centred),
  (line) => p(line, styled('a3')),
];

it('a title is whole, wherever its lines end and whatever stands above', async () => {
  const places = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 3 });
  const file = fc.tuple(fc.constantFrom(...titles), places, fc.subarray(above), fc.constantFrom(...ways));
  await fc.assert(
    fc.asyncProperty(file, async ([title, cuts, head, way]) => {
      // nobody ends a line within a number
      const inside = cuts.filter(
        (at) => at > 1 && at < title.length - 1 && !/^\d\d/.test(title.slice(at - 1)),
      );
      const ends = [...inside, title.length].toSorted((a, b) => a - b);
      const lines = ends.map((end, i) => title.slice(ends[i - 1] ?? 0, end));
      // figures alone on a line are the number of a copy
      fc.pre(lines.every((line) => /\p{Script=Han}/u.test(line)));
      const body =
        head.join('') + lines.map(way).join('') + p('总体要求', styled('1')) + p('各乡镇人民政府：');
      const { source } = await readWord(wordFile({ styles: ordinaryStyles, body }));
      expect(source).toContain(`<h1>${title}</h1><h2>总体要求</h2>`);
    }),
    { numRuns: 200 },
  );
});
