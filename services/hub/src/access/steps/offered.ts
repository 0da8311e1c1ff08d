import type { Offer, Step } from './step.ts';

/** Why not: a code for programs, and words for whoever asked. */
export interface Objection {
  readonly code: string;
  readonly words: string;
}

/** An act that may come into question, and what the rules and permissions say of it. */
export interface Candidate {
  readonly offer: Offer;
  /** Does a role of the person allow it somewhere, some time? */
  readonly theirs: boolean;
  /** What the rules object as things stand, whoever asks; null for nothing. */
  readonly rule: Objection | null;
  /** What this person would be answered; null when it would be done. */
  readonly answer: Objection | null;
}

/** Refusals that say that the act does not belong to this state of things: nobody is shown a button for it. */
const senseless: ReadonlySet<string> = new Set([
  'wrong-state',
  'wrong-stage',
  'not-a-draft',
  'not-urgent',
  'no-such-comment',
  'not-found',
]);

/** What is shown of the candidates: what can be done, and what is the person's but stands against a rule. */
export function offered(candidates: readonly Candidate[]): Step[] {
  return candidates.flatMap(({ offer, theirs, rule, answer }): Step[] => {
    if (!theirs || (rule !== null && senseless.has(rule.code))) return [];
    return [answer === null ? { ...offer, allowed: true } : { ...offer, allowed: false, why: answer.words }];
  });
}
