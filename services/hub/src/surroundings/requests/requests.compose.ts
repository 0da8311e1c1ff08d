import { AuditedStore } from '../../trail/audited.store.ts';
import { disclosureRequests } from './requests.documents.ts';
import { noRequest, RequestsService } from './requests.service.ts';
import type { Floors } from '../surrounding.ts';

export async function composeRequests({ parts, audit, calendar, access }: Floors): Promise<RequestsService> {
  const { store, clock, random } = parts;
  const docs = await store.collection(disclosureRequests);
  return new RequestsService(new AuditedStore(docs, audit.follow(docs), noRequest), {
    clock,
    random,
    calendar,
    trail: audit.trail,
    house: 'kysrmzf',
    nameOf: (code) => access.organisations.nameOf(code),
  });
}
