import { warnings } from './warnings.documents.ts';
import { WarningBook } from './warning.book.ts';
import { ForetoldBook } from './warning.foretold.ts';
import { WarningCloser } from './warning.closer.ts';
import { WarningOffice } from './warning.office.ts';
import { WarningsService } from './warnings.service.ts';
import { OwnWarningsDesk } from './own.warnings.desk.ts';
import type { AreasDesk } from '../areas/areas.desk.ts';
import type { Floors } from '../surrounding.ts';

export interface Warnings {
  readonly service: WarningsService;
  readonly own: OwnWarningsDesk;
  readonly closer: WarningCloser;
}

export async function composeWarnings(
  { parts, publications, access }: Floors,
  { areas }: { readonly areas: AreasDesk },
): Promise<Warnings> {
  const { store, clock, settings, log } = parts;
  const { service, reader } = publications;
  const docs = await store.collection(warnings);
  const book = new WarningBook(docs);
  const foretold = new ForetoldBook(docs);
  const office = new WarningOffice(service, reader);
  const names = { senders: settings.WARNING_SENDERS, own: settings.CAP_SENDER };
  return {
    service: new WarningsService(book, foretold, office, reader, clock, names),
    own: new OwnWarningsDesk(service, areas.table, access.organisations, clock),
    closer: new WarningCloser(book, foretold, service, { clock, log }),
  };
}
