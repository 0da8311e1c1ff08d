import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import { catalogueVersions, closedItems } from './catalogue.documents.ts';
import { CatalogueService, noVersion } from './catalogue.service.ts';
import { ClosedItemsService, noClosedItem } from './closed-items.service.ts';

export async function composeCatalogue(
  { store, clock, random }: HubParts,
  audit: Audit,
): Promise<{ service: CatalogueService; instances: readonly object[] }> {
  const [versions, closed] = [await store.collection(catalogueVersions), await store.collection(closedItems)];
  const closedService = new ClosedItemsService(
    new AuditedStore(closed, audit.follow(closed), noClosedItem),
    clock,
    random,
  );
  const service = new CatalogueService(
    new AuditedStore(versions, audit.follow(versions), noVersion),
    closedService,
    clock,
  );
  await service.seed();
  return { service, instances: [service, closedService] };
}
