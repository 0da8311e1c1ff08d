import type { AuditTrail } from '../audit/audit.fact.ts';
import type { HubParts } from '../compose.ts';
import type { WorkingDays } from './request.clock.ts';
import { disclosureRequests } from './requests.documents.ts';
import { RequestsService } from './requests.service.ts';

export async function composeRequests({ store, clock, random }: HubParts, trail: AuditTrail, calendar: WorkingDays): Promise<RequestsService> {
  return new RequestsService(await store.collection(disclosureRequests), { clock, random, calendar, trail, house: 'kysrmzf' });
}
