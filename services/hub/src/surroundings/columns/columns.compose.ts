import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import { columnDocs } from './columns.documents.ts';
import { ColumnsService, noColumn } from './columns.service.ts';

export async function composeColumns({ store, clock }: HubParts, audit: Audit): Promise<ColumnsService> {
  const docs = await store.collection(columnDocs);
  const columns = new ColumnsService(new AuditedStore(docs, audit.follow(docs), noColumn), clock);
  await columns.seed();
  return columns;
}
