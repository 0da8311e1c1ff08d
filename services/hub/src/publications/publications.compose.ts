import type { ChinaCalendar } from '@towncrier/calendar';
import { OutboxRelay } from '@towncrier/messaging';
import type { Collection } from '@towncrier/storage';
import type { AuditTrail } from '../trail/audit.fact.ts';
import { ChannelDirectory } from './channels/channel.directory.ts';
import { RenditionDesk } from './channels/rendition.desk.ts';
import type { HubParts } from '../ports/hub.parts.ts';
import { ChangesDesk } from './changes.desk.ts';
import { ContentsStore } from './contents.store.ts';
import { DraftDesk } from './draft.desk.ts';
import { editingLocks, EditingLocks } from './editing.locks.ts';
import { ListingDesk, type TimeLimits } from './listing.desk.ts';
import { PreflightDesk, type Checks } from './preflight.desk.ts';
import { contents, publications, type PublicationDoc } from './publication.document.ts';
import type { Publication } from './publication.ts';
import type { ReviewRoute } from './review.kind.ts';
import { PublicationsReader } from './publications.reader.ts';
import { PublicationsService } from './publications.service.ts';
import { PublicationsStore } from './publications.store.ts';
import { ReviewQueue } from './review.queue.ts';
import { TermsDesk } from './terms.desk.ts';
import { Waker } from './waker.ts';

/** What publications need of other subjects. */
export interface PublicationNeeds {
  readonly directory: ChannelDirectory;
  readonly trail: AuditTrail;
  /** The index number of a publication. */
  readonly number: (publication: Publication) => Promise<string>;
  readonly limits: TimeLimits;
  readonly calendar: ChinaCalendar;
  readonly checks: Checks;
  readonly routeOf: (column: string) => Promise<ReviewRoute>;
  /** Told after every change that was stored. */
  readonly saved: (doc: PublicationDoc) => void;
}

export interface Publications {
  readonly docs: Collection<PublicationDoc>;
  readonly contents: ContentsStore;
  readonly service: PublicationsService;
  readonly reader: PublicationsReader;
  readonly instances: readonly object[];
  start(): void;
  stop(): Promise<void>;
}

export async function composePublications(parts: HubParts, needs: PublicationNeeds): Promise<Publications> {
  const { settings, store, broker, clock, random, log, metrics } = parts;
  const siteUrl = settings.SITE_URL;
  const docs = await store.collection(publications);
  const relay = new OutboxRelay({ collection: docs, broker, log, metrics });
  const kept = new ContentsStore(await store.collection(contents));
  const drafts = new DraftDesk(
    kept,
    new RenditionDesk(broker, settings.CHANNEL_TIMEOUT_MS, log),
    needs.directory,
    { siteUrl, issuer: settings.HOUSE_ISSUER },
  );
  const locks = new EditingLocks(await store.collection(editingLocks), clock);
  const publicationsStore = new PublicationsStore(docs, (doc) => {
    if (doc.outboxAt !== null) relay.kick();
    needs.saved(doc);
  });
  const changes = new ChangesDesk(publicationsStore, kept);
  const desks = {
    drafts,
    changes,
    terms: new TermsDesk(needs.directory),
    listings: new ListingDesk(needs.limits, needs.calendar),
    preflight: new PreflightDesk(drafts, needs.checks, needs.number),
    locks,
    routeOf: needs.routeOf,
  };
  const reader = new PublicationsReader(
    publicationsStore,
    { drafts, preflight: desks.preflight, trail: needs.trail },
    { clock, siteUrl },
  );
  const service = new PublicationsService(publicationsStore, desks, reader, { clock, random, siteUrl });
  const waker = new Waker(publicationsStore, service, clock, log);

  return {
    docs,
    contents: kept,
    service,
    reader,
    instances: [reader, new ReviewQueue(docs, siteUrl), drafts, changes, locks, service, waker],
    start: () => {
      relay.start();
      waker.start();
    },
    stop: async () => {
      await waker.stop();
      await relay.stop();
    },
  };
}
