import type { EditionColumn, EditionContent, KnownPosting } from '@towncrier/contracts';
import type { Finding } from '../http/problem.ts';
import type { TimeLimits } from './listing.desk.ts';
import type { ReviewRoute } from './review.kind.ts';
import type { Proposal } from './proposal.ts';
import type { Terms } from './publication.terms.ts';
import type { Publication } from './publication.ts';

/**
 * What publications ask of what surrounds them. They do not know who answers: whoever can, says so where it is
 * composed, and `answersOf` sees to it that every question has exactly one answer.
 */
export interface Answers {
  /** The index number (索引号) of a publication; asked again it is the same. */
  readonly numberOf: (publication: Publication) => Promise<string>;
  /** Which reviews an edition in this column needs. @throws ProblemError 422 when the column is gone */
  readonly routeOf: (column: string) => Promise<ReviewRoute>;
  /** How a column is called, abolished or not; null for a code that nobody knows. */
  readonly columnOf: (column: string) => Promise<EditionColumn | null>;
  /** The catalogue item in force; null when there is none of that id. */
  readonly effectiveItem: TimeLimits['effectiveItem'];
  /** Where publications of a type go when the editor does not choose; null for a type nobody knows. */
  readonly usualFor: (type: string) => Promise<Proposal | null>;
  /** Why nobody can be meant by an audience (codes that nobody knows), in words; null when they can. */
  readonly audienceObjection: (audience: Terms['audience']) => Promise<string | null>;
  /**
   * What the ledger knows a publication to have standing in public; null when the ledger cannot be asked. Never
   * fails, and answers within two seconds: a withdrawal waits for it.
   */
  readonly standingOf: (publication: string) => Promise<readonly KnownPosting[] | null>;
}

/** An edition that is looked at, kept or not: what it says, and what it is. */
export interface LookedAt {
  /** The publication it belongs to; null while there is none. */
  readonly publication: string | null;
  readonly content: EditionContent;
  readonly matter: Terms['matter'];
  readonly audience: Terms['audience'];
}

/**
 * Looks at an edition while it is written, and before anybody reviews it. Findings are told in this order: elements that are
 * missing, then the head of the document, then its words.
 */
export interface Check {
  readonly looksAt: 'elements' | 'document' | 'words';
  look(edition: LookedAt): Promise<readonly Finding[]>;
}
const order: readonly Check['looksAt'][] = ['elements', 'document', 'words'];

/** What one of the surroundings can answer, and what it looks at. */
export interface Answering {
  readonly answers?: Partial<Answers>;
  readonly checks?: readonly Check[];
}

/** Everything publications ask, answered. */
export interface Answered extends Answers {
  readonly findings: Check['look'];
}

/** The answers as they will be once everything is composed: publications come before what surrounds them. */
export const later = (answers: () => Answered): Answered => ({
  numberOf: (publication) => answers().numberOf(publication),
  routeOf: (column) => answers().routeOf(column),
  columnOf: (column) => answers().columnOf(column),
  effectiveItem: (id) => answers().effectiveItem(id),
  usualFor: (type) => answers().usualFor(type),
  audienceObjection: (audience) => answers().audienceObjection(audience),
  standingOf: (publication) => answers().standingOf(publication),
  findings: (edition) => answers().findings(edition),
});

/** @throws when a question is answered by nobody, or by two */
export function answersOf(given: readonly Answering[]): Answered {
  const partial = given.flatMap((g) => g.answers ?? []);
  const checks = given
    .flatMap((g) => g.checks ?? [])
    .toSorted((a, b) => order.indexOf(a.looksAt) - order.indexOf(b.looksAt));
  return {
    numberOf: only('numberOf', partial),
    routeOf: only('routeOf', partial),
    columnOf: only('columnOf', partial),
    effectiveItem: only('effectiveItem', partial),
    usualFor: only('usualFor', partial),
    audienceObjection: only('audienceObjection', partial),
    standingOf: only('standingOf', partial),
    findings: async (edition) => {
      const found: Finding[] = [];
      for (const check of checks) found.push(...(await check.look(edition)));
      return found;
    },
  };
}

function only<Q extends keyof Answers>(question: Q, given: readonly Partial<Answers>[]): Answers[Q] {
  const [answer, another] = given.map((g) => g[question]).filter((a) => a !== undefined);
  if (answer === undefined)
    throw new Error(`publications ask for ${question}, and nothing around them answers`);
  if (another !== undefined) throw new Error(`publications ask for ${question}, and two things answer`);
  return answer;
}
