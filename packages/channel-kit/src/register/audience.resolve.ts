import {
  divisionStem,
  type Selection,
  type Target,
  type TargetChoice,
  type VenueKind,
} from '@towncrier/contracts';
import type { Meant } from './target.declaration.ts';

/** The group of the county's own accounts, which speak for every organisation they take notices of. */
export const mainAccounts = '主账号';

/** Which targets an audience means, each list by id. No target is in two of them. */
export interface Resolution<T extends Target = Target> {
  readonly reached: readonly T[];
  /** Meant, but their owner has not agreed. */
  readonly withoutConsent: readonly T[];
  /** Meant, but paused or retired. */
  readonly resting: readonly T[];
  /** Named one by one, to be meant or to be left out, and not there, or nothing that shows anything to people. */
  readonly unknown: readonly string[];
}

/** What the audience is resolved on. `kinds`: how targets of each kind are chosen. */
export interface Ground<T extends Target = Target> {
  readonly channel: string;
  readonly kinds: ReadonlyMap<string, TargetChoice>;
  readonly targets: Iterable<T>;
  has(id: string): boolean;
}

/** Pure. `all` and `specific` mean everywhere, `some` what is named; what is excepted is never meant. */
export function resolveAudience<T extends Target>(meant: Meant, ground: Ground<T>): Resolution<T> {
  const { audience, owner } = meant;
  const some = audience.scope === 'some' ? lookupOf(audience.of, ground.channel) : null;
  const except = audience.except === undefined ? null : lookupOf(audience.except, ground.channel);
  const [reached, withoutConsent, resting]: [T[], T[], T[]] = [[], [], []];
  const carriers = new Set<string>();
  for (const target of ground.targets) {
    const choice = ground.kinds.get(target.kind);
    if (choice === 'never') carriers.add(target.id);
    if (choice === undefined || !isMeant(target, choice, owner, some, except)) continue;
    if (target.state.is !== 'active') resting.push(target);
    else if (choice === 'owner' && !agrees(target, owner)) withoutConsent.push(target);
    else reached.push(target);
  }
  const named = [...(some?.targets ?? []), ...(except?.targets ?? [])];
  const isNobody = (id: string): boolean => carriers.has(id) || !ground.has(id);
  const unknown = [...new Set(named)].filter(isNobody).sort(byCode);
  return {
    reached: reached.sort(byId),
    withoutConsent: withoutConsent.sort(byId),
    resting: resting.sort(byId),
    unknown,
  };
}

/** Whether its owner takes notices of this organisation. Of an unknown one, only who takes everybody's. */
function agrees({ owner: own, takes }: Target, owner: string | null): boolean {
  if (takes === 'everybody') return true;
  return owner !== null && (own === owner || takes.includes(owner));
}

function isMeant(
  target: Target,
  choice: TargetChoice,
  owner: string | null,
  some: Lookup | null,
  except: Lookup | null,
): boolean {
  if (choice === 'never') return false;
  if (choice === 'always') return except?.targets.has(target.id) !== true;
  if (except !== null && names(except, target)) return false;
  if (some !== null) return names(some, target);
  return choice === 'place' || target.owner === owner || target.groups.includes(mainAccounts);
}

/** A selection of this channel, ready for ten thousand questions. */
interface Lookup {
  readonly stems: readonly string[];
  readonly organisations: ReadonlySet<string>;
  readonly venues: ReadonlySet<VenueKind>;
  readonly groups: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
}

const lookupOf = (selection: Selection, channel: string): Lookup => ({
  stems: selection.areas.map(divisionStem),
  organisations: new Set(selection.organisations),
  venues: new Set(selection.venues),
  groups: new Set(selection.groups),
  targets: new Set(selection.targets.filter((named) => named.channel === channel).map(({ id }) => id)),
});

const names = (selection: Lookup, { id, area, owner, venue, groups }: Target): boolean =>
  selection.targets.has(id) ||
  selection.organisations.has(owner) ||
  (venue !== null && selection.venues.has(venue)) ||
  groups.some((group) => selection.groups.has(group)) ||
  selection.stems.some((stem) => area.startsWith(stem));

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byId = (one: Target, other: Target): number => byCode(one.id, other.id);
