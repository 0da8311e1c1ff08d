import { AuditedStore } from '../../trail/audited.store.ts';
import { columnDocs } from './columns.documents.ts';
import { ColumnsService, noColumn } from './columns.service.ts';
import type { Floors } from '../surrounding.ts';

export async function composeColumns({ parts, audit }: Floors): Promise<ColumnsService> {
  const { store, clock } = parts;
  const docs = await store.collection(columnDocs);
  const columns = new ColumnsService(new AuditedStore(docs, audit.follow(docs), noColumn), clock);
  await columns.seed();
  return columns;
}
