import { interval, understood, type Interval } from '@towncrier/calendar';
import { z } from 'zod';
import { countPattern, numberIn } from './chinese.number.ts';
import rows from './data/time-limits.json' with { type: 'json' };
import type { TimeLimit } from './item.ts';

const grammar = z
  .strictObject({
    comment: z.string(),
    patterns: z.array(
      z.strictObject({
        kind: z.string(),
        pattern: z.string(),
        more: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    every: z.record(z.string(), interval),
    events: z.array(z.strictObject({ words: z.string(), event: z.string() })),
    sameAsAbove: z.string(),
  })
  .parse(rows);

const everyWords = Object.keys(grammar.every).sort((a, b) => b.length - a.length);
const everyPattern = `(?:${everyWords.join('|')})`;
const patterns = grammar.patterns.map(({ kind, pattern, more }) => ({
  kind,
  more,
  form: new RegExp(pattern.replaceAll('EVERY', everyPattern).replaceAll('N', countPattern), 'u'),
}));
const sameAsAbove = new RegExp(grammar.sameAsAbove, 'u');

/** Does a cell stand for the one above it (同上)? */
export const repeatsAbove = (cell: string): boolean => sameAsAbove.test(cell.trim());

type Rule = TimeLimit['rules'][number];
/** One clause of a time limit: what a machine understands of it, and in words what it does not. */
export interface Clause {
  readonly text: string;
  readonly rules: readonly Rule[];
  readonly unread: string | null;
}

/** Reads 公开时限 clause by clause; a clause nobody understands gives no rule. */
export function readTimeLimit(text: string): TimeLimit {
  return { text, rules: clausesOf(text).flatMap((c) => c.rules) };
}

/** A clause that lists several intervals (企业每季一次，个人每半年一次) is read part by part. */
export function clausesOf(text: string): readonly Clause[] {
  const sentences = partsOf(text, /[;；。]/u);
  return sentences.flatMap((sentence) => {
    const parts = partsOf(sentence, /[,，]/u).map(readClause);
    const recurring = parts.filter((p) => p.rules.some((r) => r.kind === 'periodic'));
    return recurring.length > 1 ? parts : [readClause(sentence)];
  });
}

const partsOf = (text: string, at: RegExp): readonly string[] =>
  text
    .split(at)
    .map((c) => c.trim())
    .filter((c) => c !== '');

function readClause(text: string): Clause {
  for (const { kind, more, form } of patterns) {
    const found = form.exec(text);
    if (found === null) continue;
    const groups = found.groups ?? {};
    const facts = factsOf(kind, groups);
    if (facts === null) return { text, rules: [], unread: `“${text}”里的数字读不懂` };
    return { text, rules: [understood({ kind, ...facts, ...more })], unread: leftIn(text, groups) };
  }
  return { text, rules: [], unread: `“${text}”无法换算成日期` };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What the groups of a pattern say; null where a number cannot be read. */
function factsOf(kind: string, g: Groups): Record<string, unknown> | null {
  const days = numberOf(g['days']);
  const count = numberOf(g['count']);
  const times = numberOf(g['times']);
  if (days === null || count === null || times === null) return null;
  const event = g['event'] === undefined ? undefined : eventIn(g['event']);
  return {
    ...(days === undefined ? {} : kind === 'noticePeriod' ? { minDays: days } : { days }),
    ...(kind === 'noticePeriod' || kind === 'withdrawWithin'
      ? { unit: g['working'] === undefined ? 'calendarDay' : 'workingDay' }
      : {}),
    ...(count === undefined ? {} : span(count, g['unit'] ?? '')),
    ...(g['every'] === undefined ? {} : { every: everyIn(g['every']) }),
    ...(times === undefined ? {} : { times }),
    ...(event === undefined ? {} : { event }),
  };
}

const numberOf = (said: string | undefined): number | null | undefined =>
  said === undefined ? undefined : numberIn(said);

function everyIn(word: string): Interval {
  const every = grammar.every[word];
  if (every === undefined) throw new Error(`data/time-limits.json: every has no “${word}”`);
  return every;
}

function span(n: number, unit: string): Record<string, number | string> {
  switch (unit) {
    case '日':
    case '天':
      return { days: n };
    case '工作日':
      return { days: n, unit: 'workingDay' };
    case '周':
    case '星期':
      return { days: 7 * n };
    case '月':
      return { months: n };
    case '年':
      return { months: 12 * n };
    default:
      throw new Error(`data/time-limits.json: a pattern counts in “${unit}”, which is no unit of time`);
  }
}

const eventIn = (words: string): string | undefined =>
  grammar.events.find((e) => new RegExp(e.words, 'u').test(words))?.event;

const counted = new RegExp(`${countPattern}个?(?:工作日|日|天|周|星期|月|季度|年|次|期)`, 'gu');
const recurring = new RegExp(`(?:每|按|[(（])${everyPattern}`, 'gu');
const article = /第[\d一二三四五六七八九十百]+[条款项号]/gu;

/** Numbers and intervals of a clause that its rule does not carry: they would be lost unseen. */
function leftIn(text: string, g: Groups): string | null {
  const bare = text.replaceAll(article, '');
  const carried = [g['days'], g['count'], g['times']].filter((said) => said !== undefined).length;
  const numbers = [...bare.matchAll(counted)].map(([words]) => words);
  const intervals = [...bare.matchAll(recurring)].map(([words]) => words);
  const lost = [
    ...(numbers.length > carried ? numbers : []),
    ...(intervals.length > (g['every'] === undefined ? 0 : 1) ? intervals : []),
  ];
  if (lost.length > 0) return `“${text}”只读懂一部分（${lost.join('、')}）`;
  const event = (g['event'] ?? '').trim();
  return event !== '' && eventIn(event) === undefined ? `“${text}”的起算事件“${event}”不在事件表中` : null;
}
