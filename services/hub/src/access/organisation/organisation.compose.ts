import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import type { PeopleStore } from '../people/people.documents.ts';
import { organisations } from './organisation.documents.ts';
import { seedOrganisations } from './organisation.seed.ts';
import { noOrganisation, OrganisationsService } from './organisations.service.ts';

export async function composeOrganisations(
  { store, clock }: HubParts,
  audit: Audit,
  people: PeopleStore,
): Promise<OrganisationsService> {
  const docs = await store.collection(organisations);
  await seedOrganisations(docs, clock);
  return new OrganisationsService(new AuditedStore(docs, audit.follow(docs), noOrganisation), people, clock);
}
