import type { HubParts } from '../ports.ts';
import { PublicationsService } from '../publications/publications.service.ts';
import { warnings } from './warnings.documents.ts';
import { WarningsService } from './warnings.service.ts';

export async function composeWarnings({ store, clock, settings }: HubParts, publications: PublicationsService): Promise<WarningsService> {
  return new WarningsService(await store.collection(warnings), publications, clock, { senders: settings.WARNING_SENDERS, own: settings.CAP_SENDER });
}
