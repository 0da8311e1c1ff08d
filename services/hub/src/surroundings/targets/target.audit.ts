import type { RegisterAnswer, RegisteredTarget } from '@towncrier/contracts';
import { canonicalJson, hashValue } from '@towncrier/content';
import { factOf, type Doer } from '../../trail/audit.deed.ts';
import type { AuditFact } from '../../trail/audit.fact.ts';

export type Change = Extract<RegisterAnswer, { answer: 'written' }>['changes'][number];

export interface Doing {
  readonly channel: string;
  readonly act: 'create' | 'change' | 'pause' | 'resume' | 'retire';
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

/** A file that is taken in. */
export interface Importing {
  readonly channel: string;
  readonly by: Doer;
  readonly at: Date;
  /** Its name. */
  readonly file: string;
}

/**
 * The one line of a file, however many rows it has: how many targets came and changed, and the hashes of all
 * of them before and after. Which they were stands in the register of the channel, target by target.
 */
export function importFact(
  { changes, unchanged }: { readonly changes: readonly Change[]; readonly unchanged: number },
  { channel, by, at, file }: Importing,
): AuditFact {
  const before = changes.flatMap((change) => (change.before === null ? [] : [factsOf(change.before)]));
  const counts = { created: changes.length - before.length, changed: before.length, unchanged };
  return {
    ...factOf({
      id: `target/${channel}/import/${by.name}/${at.toISOString()}`,
      act: 'target.import',
      about: `target/${channel}`,
      by,
      at,
      detail: {
        file: file.slice(0, 200),
        ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
      },
      after: hashValue(changes.map(({ after }) => factsOf(after))),
    }),
    before: before.length === 0 ? null : hashValue(before),
  };
}

/** Something was asked of a register that did not answer: whether it was done is not known here. */
export const unansweredFact = (
  about: string,
  { act, by, at, reason }: Pick<Doing, 'by' | 'at' | 'reason'> & { readonly act: Doing['act'] | 'import' },
): AuditFact =>
  factOf({
    id: `${about}/${act}/${by.name}/${at.toISOString()}`,
    act: `target.${act}-unanswered`,
    about,
    by,
    at,
    reason,
  });
