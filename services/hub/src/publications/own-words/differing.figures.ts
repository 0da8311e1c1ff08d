import { essentialsOf, headerFacts, publicNoticeFacts, renderPlain, sayingOf } from '@towncrier/content';
import type { EditionContent } from '@towncrier/contracts';
import { figuresIn, type Figure, type FigureKind } from './figures.ts';

/** A number in own words that is not the one of the main text, and what the main text has of that kind. */
export interface Differing extends Figure {
  readonly instead: readonly string[];
}

/**
 * Numbers, dates, telephones and places that own words name and the main text does not. Where its key facts tell some
 * of that kind, words that were written for an earlier text are compared with those alone: what was corrected may
 * still stand in a sentence that says so.
 */
export function differingFigures(
  content: EditionContent,
  words: string,
  isStale: boolean,
): readonly Differing[] {
  const [facts, all] = [figuresIn(keyFactsOf(content)), figuresIn(mainTextOf(content))];
  const text = sayingOf(mainTextOf(content));
  const told = figuresIn(words).filter((one) => {
    const alike = facts.filter(({ kind }) => kind === one.kind);
    const known = isStale && alike.length > 0 && one.kind !== 'place' ? alike : [...facts, ...all];
    return !known.some((fact) => isSame(fact, one)) && !(one.kind === 'place' && text.includes(one.same));
  });
  const seen = new Set<string>();
  return told
    .filter(({ kind, same }) => !seen.has(`${kind}${same}`) && seen.add(`${kind}${same}`) !== null)
    .map((one) => ({ ...one, instead: insteadOf(facts, one.kind) }));
}

const isSame = (fact: Figure, one: Figure): boolean =>
  fact.kind === one.kind &&
  (fact.same === one.same || (fact.kind === 'date' && isSameDay(fact.same, one.same)));

/** Of a date counts what both say: a day without its month or year is the same as one with them. */
function isSameDay(a: string, b: string): boolean {
  const [mine, theirs] = [a, b].map((date) => date.split('-').filter(Boolean).toReversed());
  return (mine ?? []).every((part, n) => theirs?.[n] === undefined || theirs[n] === part);
}

const insteadOf = (facts: readonly Figure[], kind: FigureKind): readonly string[] => [
  ...new Set(facts.filter((fact) => fact.kind === kind).map(({ words }) => words)),
];

/** Key facts: when, where, until when, whom to call, how much; blocks of facts and the period of a 公示. */
function keyFactsOf(content: EditionContent): string {
  const { publicNotice, body } = content;
  return [
    ...essentialsOf(content).map(({ words }) => words),
    ...(publicNotice === undefined ? [] : publicNoticeFacts(publicNotice).map(({ value }) => value)),
    ...body.content.flatMap((block) =>
      block.type === 'keyFacts' ? block.attrs.facts.map(({ value }) => value) : [],
    ),
  ].join('\n');
}

const mainTextOf = (content: EditionContent): string =>
  [
    content.title,
    content.shortTitle ?? '',
    content.summary ?? '',
    ...headerFacts(content.header).map(({ value }) => value),
    keyFactsOf(content),
    renderPlain(content.body),
  ].join('\n');
