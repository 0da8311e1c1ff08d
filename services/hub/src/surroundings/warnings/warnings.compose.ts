import type { HubParts } from '../../ports/hub.parts.ts';
import type { Publications } from '../../publications/publications.compose.ts';
import { warnings } from './warnings.documents.ts';
import { WarningsService } from './warnings.service.ts';

export async function composeWarnings(
  { store, clock, settings }: HubParts,
  { service, reader }: Publications,
): Promise<WarningsService> {
  return new WarningsService(await store.collection(warnings), service, reader, clock, {
    senders: settings.WARNING_SENDERS,
    own: settings.CAP_SENDER,
  });
}
