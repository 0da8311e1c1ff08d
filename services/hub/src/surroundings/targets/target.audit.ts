import type { RegisterAnswer, RegisteredTarget } from '@towncrier/contracts';
import { canonicalJson, hashValue } from '@towncrier/content';
import { factOf, type Doer } from '../../trail/audit.deed.ts';
import type { AuditFact } from '../../trail/audit.fact.ts';

export type Change = Extract<RegisterAnswer, { answer: 'written' }>['changes'][number];

export interface Doing {
  readonly channel: string;
  readonly act: 'create' | 'change' | 'pause' | 'resume' | 'retire' | 'import';
  readonly by: Doer;
  readonly at: Date;
  readonly reason?: string | undefined;
}

type Facts = Omit<RegisteredTarget, 'version' | 'changedBy' | 'changedAt'>;
const factsOf = ({ version: _v, changedBy: _b, changedAt: _a, ...facts }: RegisteredTarget): Facts => facts;

/** Which fields are different; facts of the channel each by their name. */
export function changedFields({ before, after }: Change): readonly string[] {
  const [was, is] = [before === null ? {} : flat(factsOf(before)), flat(factsOf(after))];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
}

const flat = ({ facts, ...rest }: Facts): Record<string, string> =>
  Object.fromEntries([
    ...Object.entries(rest).map(([name, value]) => [name, canonicalJson(value)]),
    ...Object.entries(facts).map(([name, value]) => [`facts.${name}`, canonicalJson(value)]),
  ]);

/** The line of one change: who changed what, with the hashes of before and after. Secrets are in neither. */
export const changeFact = (change: Change, { channel, act, by, at, reason }: Doing): AuditFact => ({
  ...factOf({
    id: `target/${channel}/${change.after.id}@${change.after.version}`,
    act: `target.${act}`,
    about: `target/${channel}/${change.after.id}`,
    by,
    at,
    reason,
    detail: { fields: changedFields(change).join(' ').slice(0, 500) },
    after: hashValue(factsOf(change.after)),
  }),
  before: change.before === null ? null : hashValue(factsOf(change.before)),
});

/** Something was asked of a register that did not answer: whether it was done is not known here. */
export const unansweredFact = (target: string, { channel, act, by, at, reason }: Doing): AuditFact =>
  factOf({
    id: `target/${channel}/${target}/${act}/${by.name}/${at.toISOString()}`,
    act: `target.${act}-unanswered`,
    about: `target/${channel}/${target}`,
    by,
    at,
    reason,
  });
