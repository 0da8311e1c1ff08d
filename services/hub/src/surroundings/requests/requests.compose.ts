import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import type { WorkingDays } from './request.clock.ts';
import { disclosureRequests } from './requests.documents.ts';
import { noRequest, RequestsService } from './requests.service.ts';

export async function composeRequests(
  { store, clock, random }: HubParts,
  audit: Audit,
  calendar: WorkingDays,
): Promise<RequestsService> {
  const docs = await store.collection(disclosureRequests);
  return new RequestsService(new AuditedStore(docs, audit.follow(docs), noRequest), {
    clock,
    random,
    calendar,
    trail: audit.trail,
    house: 'kysrmzf',
  });
}
