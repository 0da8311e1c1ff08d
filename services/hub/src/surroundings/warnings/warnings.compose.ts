import { warnings } from './warnings.documents.ts';
import { WarningsService } from './warnings.service.ts';
import type { Floors } from '../surrounding.ts';

export async function composeWarnings({ parts, publications }: Floors): Promise<WarningsService> {
  const { store, clock, settings } = parts;
  const { service, reader } = publications;
  return new WarningsService(await store.collection(warnings), service, reader, clock, {
    senders: settings.WARNING_SENDERS,
    own: settings.CAP_SENDER,
  });
}
