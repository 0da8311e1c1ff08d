import type { ChinaCalendar } from '@towncrier/calendar';
import { OutboxRelay } from '@towncrier/messaging';
import type { Collection } from '@towncrier/storage';
import type { Changes } from '../ports/changes.ts';
import type { HubParts } from '../ports/hub.parts.ts';
import type { Audit } from '../trail/audit.compose.ts';
import { AudienceDesk } from './audience.desk.ts';
import { ChangesDesk } from './changes.desk.ts';
import { composeChannels } from './channels/channels.compose.ts';
import type { ChannelDirectory } from './channels/channel.directory.ts';
import { composePictures } from './pictures/pictures.compose.ts';
import { PictureLibrary } from './pictures/picture.library.ts';
import type { PictureShelf } from './pictures/picture.shelf.ts';
import type { PictureStore, PictureTools } from './pictures/picture.store.ts';
import { ReachDesk } from './channels/reach.desk.ts';
import { RenditionDesk } from './channels/rendition.desk.ts';
import { ClaimsDesk } from './claims.desk.ts';
import { ConsequencesDesk } from './consequences/consequences.desk.ts';
import { ContentsStore } from './contents.store.ts';
import { DueKeeper } from './due.keeper.ts';
import { DraftDesk } from './draft.desk.ts';
import { MovingDesk } from './moving.desk.ts';
import { ListingDesk } from './listing.desk.ts';
import { PlanDesk } from './plan.desk.ts';
import { PreflightDesk } from './preflight.desk.ts';
import type { Answered } from './publication.answers.ts';
import { contents, publications, type PublicationDoc } from './publication.document.ts';
import { PublicationsReader } from './publications.reader.ts';
import { PublicationsService, type Desks } from './publications.service.ts';
import { PublicationsStore } from './publications.store.ts';
import { ReviewQueue } from './review.queue.ts';
import { RepeatDesk } from './repeat.desk.ts';
import { SeenDesk } from './seen/seen.desk.ts';
import { seenTexts } from './seen/seen.text.ts';
import { SeenTexts } from './seen/seen.texts.ts';
import { TermsDesk } from './terms.desk.ts';
import { Waker } from './waker.ts';
import { editingLocks, EditingLocks } from './writing/editing.locks.ts';
import { WorkingCopies } from './writing/working.copies.ts';
import { workingCopies } from './writing/working.copy.ts';
import { WritingDesk } from './writing/writing.desk.ts';
import { WordsKeeper } from './words/words.keeper.ts';

/** What publications stand on, and what they ask of what surrounds them. */
export interface PublicationNeeds {
  readonly audit: Audit;
  readonly calendar: ChinaCalendar;
  readonly changes: Changes;
  readonly answers: Answered;
  /** The name of a body by its code; null when nobody knows it. */
  readonly nameOf: (organisation: string) => Promise<string | null>;
  /** A picture made fit for the web; null for what is none. */
  readonly fit: PictureTools['fit'];
}

export interface Publications {
  readonly docs: Collection<PublicationDoc>;
  readonly contents: ContentsStore;
  readonly directory: ChannelDirectory;
  readonly service: PublicationsService;
  readonly reader: PublicationsReader;
  readonly plan: PlanDesk;
  readonly pictures: PictureStore;
  readonly shelf: PictureShelf;
  readonly instances: readonly object[];
  /** Works out again what is due from a day on, after a year became known. */
  reckon(from: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function composePublications(parts: HubParts, needs: PublicationNeeds): Promise<Publications> {
  const { settings, store, broker, clock, random, log, metrics } = parts;
  const siteUrl = settings.SITE_URL;
  const docs = await store.collection(publications);
  const relay = new OutboxRelay({ collection: docs, broker, log, metrics });
  const kickAudit = needs.audit.follow(docs);
  const kept = new ContentsStore(await store.collection(contents));
  const publicationsStore = new PublicationsStore(docs, (doc) => {
    if (doc.outboxAt !== null) relay.kick();
    kickAudit();
  });
  const { directory, channels } = await composeChannels(parts, needs);
  const locks = new EditingLocks(await store.collection(editingLocks), clock);
  const seen = new SeenTexts(await store.collection(seenTexts), clock);
  const copies = new WorkingCopies(await store.collection(workingCopies), clock);
  const { pictures, shelf } = await composePictures(parts, needs.fit);
  const desks = desksOf(parts, needs, {
    publications: publicationsStore,
    contents: kept,
    directory,
    locks,
    copies,
    seen,
    pictures,
    shelf,
  });
  const { drafts, audiences, preflight, changes } = desks;
  const reader = new PublicationsReader(
    publicationsStore,
    { drafts, audiences, preflight, changes, trail: needs.audit.trail, counted: needs.audit.counted },
    { clock, siteUrl },
  );
  const service = new PublicationsService(publicationsStore, desks, reader, { clock, random, siteUrl });
  const waker = new Waker(publicationsStore, service, clock, log);
  const words = new WordsKeeper(docs, kept, log);

  const due = new DueKeeper(docs, kept, desks.listings);

  return {
    docs,
    reckon: (from) => due.reckon(from),
    contents: kept,
    directory,
    service,
    reader,
    plan: new PlanDesk(docs, clock),
    pictures,
    shelf,
    instances: [
      channels,
      pictures,
      new PictureLibrary(publicationsStore, kept),
      reader,
      new ReviewQueue(docs, clock, siteUrl),
      drafts,
      audiences,
      preflight,
      new ConsequencesDesk({
        store: publicationsStore,
        drafts,
        audiences,
        directory,
        clock,
        beyond: settings.CONFIRM_BEYOND,
      }),
      new WritingDesk(publicationsStore, copies, locks),
      new SeenDesk(publicationsStore, seen),
      new ClaimsDesk(service),
      new MovingDesk(publicationsStore, service, locks, clock),
      service,
      waker,
    ],
    start: async () => {
      await directory.start();
      shelf.start();
      relay.start();
      waker.start();
      words.start();
    },
    stop: async () => {
      await directory.stop();
      await waker.stop();
      await words.stop();
      await relay.stop();
    },
  };
}

interface Kept {
  readonly publications: PublicationsStore;
  readonly contents: ContentsStore;
  readonly directory: ChannelDirectory;
  readonly locks: EditingLocks;
  readonly copies: WorkingCopies;
  readonly seen: SeenTexts;
  readonly pictures: PictureStore;
  readonly shelf: PictureShelf;
}

function desksOf(
  { settings, broker, log, clock }: HubParts,
  { calendar, answers, nameOf }: PublicationNeeds,
  { publications: store, contents: kept, directory, locks, copies, seen, pictures, shelf }: Kept,
): Desks {
  const renderers = new RenditionDesk(broker, settings.CHANNEL_TIMEOUT_MS, log, shelf);
  const house = {
    siteUrl: settings.SITE_URL,
    issuer: settings.HOUSE_ISSUER,
    nameOf,
    columnOf: answers.columnOf,
  };
  const audiences = new AudienceDesk(new ReachDesk(broker, settings.CHANNEL_TIMEOUT_MS, log), directory);
  const drafts = new DraftDesk(kept, renderers, directory, house, pictures);
  const repeats = new RepeatDesk(store, kept, clock);
  return {
    drafts,
    audiences,
    changes: new ChangesDesk(kept, seen),
    terms: new TermsDesk(directory, answers),
    listings: new ListingDesk(answers, calendar),
    preflight: new PreflightDesk(drafts, answers, directory, audiences, repeats),
    locks,
    copies,
    routeOf: answers.routeOf,
    columnOf: answers.columnOf,
    standingOf: answers.standingOf,
  };
}
