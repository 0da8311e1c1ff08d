import type { PersonDoc } from '../people/people.documents.ts';
import type { Liaison, OrganisationDoc } from './organisation.documents.ts';
import type { OrganisationNode, OrganisationView } from './organisation.view.ts';

/**
 * A liaison counts only while they work there: whoever left or was disabled leaves the post vacant
 * (专人负责).
 */
export function liaisonNow(
  org: Pick<OrganisationDoc, '_id' | 'liaison'>,
  people: ReadonlyMap<string, PersonDoc>,
): Liaison {
  const { liaison } = org;
  if (liaison.state === 'vacant') return liaison;
  const person = people.get(liaison.person);
  const serves = person !== undefined && person.state === 'active' && person.organisation === org._id;
  return serves ? liaison : { state: 'vacant', since: liaison.since };
}

export function viewOf(org: OrganisationDoc, people: ReadonlyMap<string, PersonDoc>): OrganisationView {
  const now = liaisonNow(org, people);
  const liaison =
    now.state === 'vacant' ? now : { ...now, title: people.get(now.person)?.title ?? now.person };
  const { _id: code, revision: version, kind, name, parent, tier, contact, standing, sample } = org;
  return { code, version, kind, name, parent, tier, contact, liaison, standing, sample };
}

/** Organisations as they stand under each other, in the order given. */
export function treeOf(all: readonly OrganisationView[]): readonly OrganisationNode[] {
  const below = Map.groupBy(all, (o) => o.parent);
  const grow = (o: OrganisationView): OrganisationNode => ({
    ...o,
    children: (below.get(o.code) ?? []).map(grow),
  });
  return (below.get(null) ?? []).map(grow);
}

/** Active organisations that have nobody to turn to. */
export const vacancies = (all: readonly OrganisationView[]): readonly OrganisationView[] =>
  all.filter((o) => o.standing.state === 'active' && o.liaison.state === 'vacant');
