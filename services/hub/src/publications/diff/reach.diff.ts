import type { Selection } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import type { Terms } from '../publication.terms.ts';

/** One term that says whom an edition reaches, where two editions differ. */
export const reachChange = z.object({
  kind: z.enum(['added', 'removed']),
  part: z
    .enum(['channels', 'meant', 'except'])
    .meta({ description: 'Where it goes, for whom it is meant, and who is left out of that' }),
  of: z.enum(['channel', 'everybody', 'people', 'area', 'organisation', 'venue', 'group', 'target']),
  code: z.string().meta({ description: 'Empty for everybody; `channel/id` for a target' }),
});
export type ReachChange = z.infer<typeof reachChange>;
type Term = Omit<ReachChange, 'kind'>;

type Reaching = Pick<Terms, 'audience' | 'channels'>;

/** What is different in whom it reaches, term by term: first what is gone, then what has come. */
export function diffReach(before: Reaching, after: Reaching): readonly ReachChange[] {
  const [old, fresh] = [termsOf(before), termsOf(after)];
  const only = (terms: readonly Term[], others: readonly Term[]): readonly Term[] => {
    const known = new Set(others.map(keyOf));
    return terms.filter((term) => !known.has(keyOf(term)));
  };
  return [
    ...only(old, fresh).map((term) => ({ ...term, kind: 'removed' as const })),
    ...only(fresh, old).map((term) => ({ ...term, kind: 'added' as const })),
  ];
}

const keyOf = ({ part, of, code }: Term): string => `${part}/${of}/${code}`;

function termsOf({ audience, channels }: Reaching): readonly Term[] {
  return [
    ...channels.map((code): Term => ({ part: 'channels', of: 'channel', code })),
    ...meantIn(audience),
    ...(audience.except === undefined ? [] : chosen('except', audience.except)),
  ];
}

function meantIn(audience: Reaching['audience']): readonly Term[] {
  switch (audience.scope) {
    case 'all':
      return [{ part: 'meant', of: 'everybody', code: '' }];
    case 'specific':
      return audience.groups.map((code) => ({ part: 'meant', of: 'people', code }));
    case 'some':
      return chosen('meant', audience.of);
  }
}

function chosen(part: 'meant' | 'except', selection: Frozen<Selection>): readonly Term[] {
  const terms = (of: Term['of'], codes: readonly string[]): readonly Term[] =>
    codes.map((code) => ({ part, of, code }));
  return [
    ...terms('area', selection.areas),
    ...terms('organisation', selection.organisations),
    ...terms('venue', selection.venues),
    ...terms('group', selection.groups),
    ...terms(
      'target',
      selection.targets.map(({ channel, id }) => `${channel}/${id}`),
    ),
  ];
}
