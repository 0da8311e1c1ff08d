import type { Audit } from '../audit/audit.compose.ts';
import { AuditedStore } from '../audit/audited.store.ts';
import type { HubParts } from '../ports.ts';
import { columnDocs } from './columns.documents.ts';
import { ColumnsService, noColumn } from './columns.service.ts';

export async function composeColumns({ store, clock }: HubParts, audit: Audit): Promise<ColumnsService> {
  const docs = await store.collection(columnDocs);
  const columns = new ColumnsService(new AuditedStore(docs, audit.follow(docs), noColumn), clock);
  await columns.seed();
  return columns;
}
