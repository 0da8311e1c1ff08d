import type { Provider } from '@nestjs/common';
import { composeAttachments } from './surroundings/attachments/attachments.compose.ts';
import { composeAudit } from './trail/audit.compose.ts';
import { composeCatalogue } from './surroundings/catalogue/catalogue.compose.ts';
import { ChannelDirectory } from './publications/channels/channel.directory.ts';
import { composeColumns } from './surroundings/columns/columns.compose.ts';
import { ConsoleFiles } from './surroundings/console/console.files.ts';
import { documentFindings } from './surroundings/documents/documents.check.ts';
import { IndexNumbers, issuedNumbers } from './surroundings/documents/index.numbers.ts';
import { openCalendar } from './ports/calendar.files.ts';
import { composeFeedback } from './surroundings/feedback/feedback.compose.ts';
import { ObligationsService } from './surroundings/obligations/obligations.service.ts';
import { composeOrganisations } from './access/organisation/organisation.compose.ts';
import type { OrganisationsService } from './access/organisation/organisations.service.ts';
import { screenRules } from './hub.screens.ts';
import { Screens } from './access/people/screens.ts';
import { composePeople } from './access/people/people.compose.ts';
import type { SessionsService } from './access/people/sessions.service.ts';
import { SETTINGS, type HubParts } from './ports/hub.parts.ts';
import { proofread } from './surroundings/proofreading/proofread.ts';
import { TypesDesk } from './surroundings/publication-types/types.desk.ts';
import { newest } from './publications/publication.ts';
import { composePublications, type Publications } from './publications/publications.compose.ts';
import { duties, releaseRecords } from './surroundings/reconciler/reconciler.documents.ts';
import { Reconciler } from './surroundings/reconciler/reconciler.ts';
import { ReleaseLedger } from './surroundings/reconciler/release.ledger.ts';
import type { Patience } from './surroundings/reconciler/release.record.ts';
import { Reteller } from './surroundings/reconciler/reteller.ts';
import { ReportsService } from './surroundings/reports/reports.service.ts';
import { composeRequests } from './surroundings/requests/requests.compose.ts';
import { composeWarnings } from './surroundings/warnings/warnings.compose.ts';

/** The hub without its web server: what controllers and consumers call, and what works in the background. */
export interface Hub {
  readonly parts: HubParts;
  readonly sessions: SessionsService;
  readonly ledger: ReleaseLedger;
  readonly reconciler: Reconciler;
  readonly console: ConsoleFiles;
  /** What controllers and consumers ask for in their constructors. */
  readonly providers: readonly Provider[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function composeHub(parts: HubParts): Promise<Hub> {
  const { settings, store, broker, clock, random, log } = parts;
  const calendar = await openCalendar(settings.TOWNCRIER_DATA);
  const audit = await composeAudit(parts);
  const people = await composePeople(parts, audit, (code) => organisations.isActive(code));
  const organisations: OrganisationsService = await composeOrganisations(parts, audit, people.store);
  const directory = new ChannelDirectory(broker, log);
  const columns = await composeColumns(parts, audit);
  const catalogue = await composeCatalogue(parts, audit);
  const numbers = new IndexNumbers(await store.collection(issuedNumbers), clock);
  const typeOfPublication = async (id: string): Promise<string | null> =>
    (await publications.docs.get(id))?.editions.at(-1)?.matter.type ?? null;
  const types = new TypesDesk(catalogue.service, { calendar, typeOfPublication });
  const publications: Publications = await composePublications(parts, {
    directory,
    trail: audit.trail,
    number: ({ organisation, id }) => numbers.give(organisation, id),
    limits: catalogue.service,
    calendar,
    checks: {
      check: async (publication, content) => [
        ...(await types.check(newest(publication).matter)),
        ...(await documentFindings(publication.id, content, numbers)),
        ...proofread(content),
      ],
    },
    routeOf: (column) => columns.routeOf(column),
    saved: () => kickAudit(),
  });
  const kickAudit = audit.follow(publications.docs);

  const attachments = await composeAttachments(parts, audit.trail, publications);
  const warnings = await composeWarnings(parts, publications);

  const requests = await composeRequests(parts, audit, calendar);
  const feedback = await composeFeedback(parts, audit, publications.docs, calendar);

  const patience: Patience = {
    afterMs: settings.RECONCILE_AFTER_MS,
    maxWaitMs: 5 * 60_000,
    giveUpMs: 30 * 86_400_000,
  };
  const ledger = new ReleaseLedger(await store.collection(releaseRecords), publications.docs, patience);
  const reconciler = new Reconciler({
    duty: await store.collection(duties),
    ledger,
    broker,
    clock,
    log,
    patience,
    reteller: new Reteller(publications.docs, publications.contents, settings.SITE_URL),
    everyMs: settings.RECONCILE_EVERY_MS,
    token: Buffer.from(random(16)).toString('hex'),
  });

  const consoleFiles = new ConsoleFiles(settings.CONSOLE_DIR);

  return {
    parts,
    ledger,
    reconciler,
    sessions: people.sessions,
    console: consoleFiles,
    providers: [
      { provide: SETTINGS, useValue: settings },
      ...[
        ...people.instances,
        new Screens(screenRules),
        ...catalogue.instances,
        organisations,
        directory,
        ledger,
        consoleFiles,
        ...publications.instances,
        warnings,
        calendar,
        requests,
        feedback,
        audit.service,
        columns,
        types,
        numbers,
        attachments,
        new ObligationsService(catalogue.service, publications.docs, calendar, clock),
        new ReportsService(publications.docs),
      ].map(provided),
    ],
    start: async () => {
      audit.start();
      publications.start();
      await reconciler.start(store.kind === 'sqlite');
    },
    stop: async () => {
      await reconciler.stop();
      await publications.stop();
      await audit.stop();
    },
  };
}

/** An instance, to be asked for by its class. */
const provided = (instance: object): Provider => ({ provide: instance.constructor, useValue: instance });
