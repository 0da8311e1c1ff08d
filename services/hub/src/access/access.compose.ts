import type { HubParts } from '../ports/hub.parts.ts';
import type { Audit } from '../trail/audit.compose.ts';
import { composeOrganisations } from './organisation/organisation.compose.ts';
import type { OrganisationsService } from './organisation/organisations.service.ts';
import { composePeople } from './people/people.compose.ts';
import type { PeopleService } from './people/people.service.ts';
import type { SessionsService } from './people/sessions.service.ts';

/** Who is there, and which body they work for. */
export interface Access {
  readonly sessions: SessionsService;
  readonly organisations: OrganisationsService;
  readonly people: PeopleService;
  readonly instances: readonly object[];
}

export async function composeAccess(parts: HubParts, audit: Audit): Promise<Access> {
  const people = await composePeople(parts, audit, (code) => organisations.isActive(code));
  const organisations: OrganisationsService = await composeOrganisations(parts, audit, people.store);
  return {
    sessions: people.sessions,
    organisations,
    people: people.service,
    instances: [...people.instances, organisations],
  };
}
