import type { EditionContent } from '@towncrier/contracts';
import type { Finding } from '../../http/problem.ts';
import { forms } from './form.rule.ts';
import { personalData } from './personal-data.rule.ts';
import { repetition } from './repetition.rule.ts';
import { hitAt, linesOf, type LineRule, type TextLine } from './text.line.ts';
import { wrongWords } from './words.rule.ts';

const lineRules: readonly LineRule[] = [wrongWords, ...repetition, ...personalData, ...forms];

/**
 * Everything to be put right before release (`block`) or worth a look (`advise`). Pure: the same text has the
 * same findings, in reading order.
 */
export function proofread(content: EditionContent): readonly Finding[] {
  const lines = linesOf(content);
  return [
    ...missingAlternatives(content),
    ...lines.flatMap((line) => lineRules.flatMap((rule) => rule(line, { content }))),
    ...longSentences(lines),
  ];
}

/** 无障碍环境建设法 art. 29 and 32: a picture says in words what it shows. */
function missingAlternatives(content: EditionContent): Finding[] {
  return content.body.content.flatMap((block, n) =>
    block.type === 'image' && block.attrs.alt.trim() === '' && (block.attrs.caption ?? '').trim() === ''
      ? [
          {
            rule: 'missing-alternative',
            severity: 'block' as const,
            field: `body.${n + 1}`,
            place: { block: n },
            message: '图片没有替代文字，看不见图的人无从得知内容。',
            remedy: '请为图片填写说明。',
            source: '《无障碍环境建设法》第二十九条、第三十二条',
          },
        ]
      : [],
  );
}

const longest = 160;

/** One advice for the whole text: readers stumble, but nobody wants a hundred findings. */
function longSentences(lines: readonly TextLine[]): Finding[] {
  const long = lines
    .filter((l) => !l.dense && l.field !== 'title')
    .flatMap((l) =>
      l.text
        .split(/[。！？；\n]/)
        .filter((s) => s.length > longest)
        .map((s) => ({ line: l, s })),
    );
  const [first] = long;
  return first === undefined
    ? []
    : [
        {
          rule: 'long-sentence',
          severity: 'advise',
          ...hitAt(first.line, first.line.text.indexOf(first.s), first.s.length),
          excerpt: `${first.s.slice(0, 20)}…`,
          message: `有 ${long.length} 句超过 ${longest} 字，不易读懂。`,
          remedy: '请考虑断句或分条。',
          source: '明白话检查',
        },
      ];
}
