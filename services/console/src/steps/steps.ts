import type { Question, Step } from '../api/hub.types.ts';

export type Answers = Readonly<Record<string, unknown>>;
/** What is sent when a step is taken. */
export interface Taken {
  readonly version: number;
  readonly [given: string]: unknown;
}

/** Takes a step with the answers it asks for. */
export type Take = (step: Step, answers: Answers) => void;

export const bodyOf = (step: Step, version: number, answers: Answers): Taken => ({
  ...step.given,
  ...answers,
  version,
});

/** A list without rows is no answer. */
export const answersTo = ({ ask }: Step, answers: Answers): Answers => ({
  ...answers,
  ...Object.fromEntries(
    ask.flatMap((q) => {
      const given = q.kind === 'rows' ? answers[q.name] : undefined;
      return q.kind === 'rows' && (!Array.isArray(given) || given.length === 0) ? [[q.name, null]] : [];
    }),
  ),
});

/** The step of that name, whether it is allowed or not. */
export const stepIn = (steps: readonly Step[] | undefined, act: string): Step | undefined =>
  steps?.find((s) => s.act === act);

/** A question that is answered in a line of a form; the rest needs a form of its own. */
export type Asked = Exclude<Question, { kind: 'form' }>;
export const isAsked = (question: Question): question is Asked => question.kind !== 'form';

/** Whether there is anything to ask or to show before it is taken. */
export const asks = ({ ask, outward }: Step): boolean => outward || ask.some(isAsked);

/**
 * Whether a click is all it takes, wherever it is offered: nothing is asked, and nothing is said about words
 * that have to be read first.
 */
export const takenAtOnce = ({ ask, given, outward }: Step): boolean =>
  ask.length === 0 && !outward && !('contentHash' in given);

/** Whether it is taken with the last answer: everything it asks is answered by a tap on a button. */
export const takenByTaps = ({ ask }: Step): boolean =>
  ask.length > 0 && ask.every(({ kind }) => kind === 'buttons');

export const isAnswered = ({ ask }: Step, answers: Answers): boolean =>
  ask.filter(isAsked).every(({ name }) => answers[name] !== undefined);
