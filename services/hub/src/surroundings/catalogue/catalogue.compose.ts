import { AuditedStore } from '../../trail/audited.store.ts';
import { catalogueVersions, closedItems } from './catalogue.documents.ts';
import { CatalogueService, noVersion } from './catalogue.service.ts';
import { ClosedItemsService, noClosedItem } from './closed-items.service.ts';
import type { Floors } from '../surrounding.ts';

export interface Catalogue {
  readonly items: CatalogueService;
  readonly closed: ClosedItemsService;
}

export async function composeCatalogue({ parts, audit }: Floors): Promise<Catalogue> {
  const { store, clock, random } = parts;
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
  return { items: service, closed: closedService };
}
