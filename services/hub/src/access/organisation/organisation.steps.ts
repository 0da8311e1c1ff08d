import type { PersonDoc } from '../people/people.documents.ts';
import type { Person } from '../person.ts';
import { candidates } from '../steps/candidate.ts';
import { offered, type Objection } from '../steps/offered.ts';
import { form, text } from '../steps/question.ts';
import { offerOf, type Step } from '../steps/step.ts';
import { abolishObjection, reinstateObjection } from './organisation.decide.ts';
import type { OrganisationDoc } from './organisation.documents.ts';
import { organisationPermissions } from './organisation.permissions.ts';

interface Town {
  readonly known: ReadonlyMap<string, OrganisationDoc>;
  readonly people: ReadonlyMap<string, PersonDoc>;
}

/** What a person may do with an organisation as it stands in the town. */
export function organisationSteps(who: Person, org: OrganisationDoc, { known, people }: Town): Step[] {
  const candidate = candidates(who, organisationPermissions, 'Organisation');
  const reason = text('reason', '理由', 500);
  const gone = org.standing.state === 'abolished';
  return offered([
    candidate('appointLiaison', offerOf('liaison', '指定联络员', { ask: [form] }), null),
    candidate('change', offerOf('change', '修改', { look: 'primary', ask: [form] }), null),
    candidate(
      'abolish',
      offerOf('abolish', '撤销机构', { look: 'danger', ask: [reason] }),
      senseless(gone, abolishObjection(org, known, people.values())),
    ),
    candidate(
      'reinstate',
      offerOf('reinstate', '恢复机构', { ask: [reason] }),
      senseless(!gone, reinstateObjection(org, known)),
    ),
  ]);
}

/** What stands so already needs no button to make it so. */
const senseless = (already: boolean, objection: Objection | null): Objection | null =>
  already && objection !== null ? { ...objection, code: 'wrong-state' } : objection;
