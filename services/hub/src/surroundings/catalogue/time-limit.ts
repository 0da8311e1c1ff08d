import { z } from 'zod';
import rows from './data/time-limits.json' with { type: 'json' };
import type { TimeLimit } from './item.ts';

const grammar = z
  .object({
    patterns: z.array(
      z.object({ kind: z.string(), pattern: z.string(), more: z.record(z.string(), z.unknown()).optional() }),
    ),
    every: z.record(z.string(), z.string()),
    events: z.array(z.object({ words: z.string(), event: z.string() })),
    sameAsAbove: z.string(),
  })
  .parse(rows);

const count = '(?:\\d+|[一二两三四五六七八九十]+)';
const patterns = grammar.patterns.map(({ kind, pattern, more }) => ({
  kind,
  more,
  form: new RegExp(pattern.replaceAll('N', count), 'u'),
}));
const sameAsAbove = new RegExp(grammar.sameAsAbove, 'u');

/** Does a cell stand for the one above it (同上)? */
export const repeatsAbove = (cell: string): boolean => sameAsAbove.test(cell.trim());

/** Reads 公开时限 clause by clause; a clause nobody understands gives no rule. */
export function readTimeLimit(text: string): TimeLimit {
  const clauses = text
    .split(/[;；。]/u)
    .map((c) => c.trim())
    .filter((c) => c !== '');
  return { text, rules: clauses.flatMap(ruleOf) };
}

function ruleOf(clause: string): TimeLimit['rules'] {
  for (const { kind, more, form } of patterns) {
    const groups = form.exec(clause)?.groups;
    if (groups !== undefined || form.test(clause)) return [{ kind, ...factsOf(kind, groups ?? {}), ...more }];
  }
  return [];
}

function factsOf(kind: string, g: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const days = g['days'] === undefined ? undefined : numberIn(g['days']);
  const event = eventIn(g['event']);
  return {
    ...(days === undefined ? {} : kind === 'noticePeriod' ? { minDays: days } : { days }),
    ...(kind === 'noticePeriod' || kind === 'withdrawWithin'
      ? { unit: g['working'] === undefined ? 'calendarDay' : 'workingDay' }
      : {}),
    ...(g['count'] === undefined ? {} : span(numberIn(g['count']), g['unit'] ?? '')),
    ...(g['every'] === undefined ? {} : { every: grammar.every[g['every']] }),
    ...(g['times'] === undefined ? {} : { times: numberIn(g['times']) }),
    ...(event === undefined ? {} : { event }),
  };
}

const span = (n: number, unit: string): Record<string, number> =>
  unit === '月'
    ? { months: n }
    : unit === '年'
      ? { months: 12 * n }
      : unit === '周' || unit === '星期'
        ? { days: 7 * n }
        : { days: n };

const eventIn = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : grammar.events.find((e) => new RegExp(e.words, 'u').test(words))?.event;

const digits = '零一二三四五六七八九';

/** 1–99 in digits or Chinese. */
function numberIn(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const digit = (c: string | undefined): number => (c === '两' ? 2 : Math.max(0, digits.indexOf(c ?? '零')));
  return said.includes('十')
    ? 10 * (tens === '' ? 1 : digit(tens)) + (ones === '' ? 0 : digit(ones))
    : digit(said);
}
