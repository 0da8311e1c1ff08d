import type { Body, Problem } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';

/** What a refused submission still asks the editor. */
export interface Questions {
  readonly omissions: NonNullable<Problem['omissions']>;
  readonly silent: NonNullable<Problem['silent']>;
  readonly required: NonNullable<Problem['required']>;
}

export type Answered = Omit<Body<'/api/v1/publications/{id}/submit'>, 'version'>;

/** Null where the refusal asks nothing that can be answered there and then. */
export function questionsIn(error: Error | null): Questions | null {
  if (!(error instanceof Refused)) return null;
  const { omissions = [], silent = [], required = [] } = error.problem;
  return omissions.length + silent.length + required.length === 0 ? null : { omissions, silent, required };
}

/** What the editor has ticked and written so far. */
export interface Given {
  /** Keys of omissions that were accepted, and channels that are not waited for. */
  readonly ticked: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
}

const reasonFor = ({ reasons }: Given, channel: string): string => reasons[channel]?.trim() ?? '';

export const isAnswered = ({ omissions, silent, required }: Questions, given: Given): boolean =>
  omissions.every(({ key }) => given.ticked.includes(key)) &&
  silent.every(({ channel }) => given.ticked.includes(channel)) &&
  required.every(({ channel }) => reasonFor(given, channel) !== '');

/** As the hub takes it; with what was answered to an earlier refusal, so that nothing is asked twice. */
export const answersOf = (
  { omissions, silent, required }: Questions,
  given: Given,
  before: Answered,
): Answered => ({
  accept: {
    ...before.accept,
    ...Object.fromEntries(
      omissions.filter(({ key }) => given.ticked.includes(key)).map(({ channel, key }) => [channel, key]),
    ),
  },
  goOn: [
    ...(before.goOn ?? []),
    ...silent.map(({ channel }) => channel).filter((channel) => given.ticked.includes(channel)),
  ],
  leaveOut: {
    ...before.leaveOut,
    ...Object.fromEntries(
      required
        .map(({ channel }) => [channel, reasonFor(given, channel)] as const)
        .filter(([, reason]) => reason !== ''),
    ),
  },
});
