import { editionReleasedV1, type EditionReleased } from '@towncrier/contracts';
import type { ColumnsService } from '../columns/columns.service.ts';
import type { StandingDesk } from '../monitor/standing.desk.ts';
import type { Floors } from '../surrounding.ts';
import { duties, releaseRecords } from './reconciler.documents.ts';
import { Reconciler } from './reconciler.ts';
import { ReleaseLedger } from './release.ledger.ts';
import type { Patience } from './release.record.ts';
import { Reteller } from './reteller.ts';

export interface Reconciling {
  readonly ledger: ReleaseLedger;
  readonly reconciler: Reconciler;
  /** What was let out under an operation; null where nobody knows any more. */
  readonly releaseOf: (operation: string) => Promise<EditionReleased | null>;
}

export async function composeReconciler(
  { parts, publications }: Floors,
  { monitor, columns }: { readonly monitor: StandingDesk; readonly columns: ColumnsService },
): Promise<Reconciling> {
  const { settings, store, broker, clock, random, log } = parts;
  const { docs, contents, shelf } = publications;
  const patience: Patience = {
    afterMs: settings.RECONCILE_AFTER_MS,
    maxWaitMs: 5 * 60_000,
    giveUpMs: 30 * 86_400_000,
  };
  const answers = {
    standingOf: (id: string) => monitor.standingOf(id),
    columnOf: (code: string) => columns.columnOf(code),
  };
  const ledger = new ReleaseLedger(await store.collection(releaseRecords), docs, patience);
  const reteller = new Reteller(docs, contents, settings.SITE_URL, answers, shelf);
  const reconciler = new Reconciler({
    duty: await store.collection(duties),
    ledger,
    broker,
    clock,
    log,
    patience,
    reteller,
    everyMs: settings.RECONCILE_EVERY_MS,
    token: Buffer.from(random(16)).toString('hex'),
  });
  const releaseOf = async (operation: string): Promise<EditionReleased | null> => {
    const record = await ledger.one(operation);
    const told = record === null ? 'gone' : await reteller.retell(record);
    return typeof told === 'string'
      ? null
      : (editionReleasedV1.schema.safeParse(told.envelope).data?.data ?? null);
  };
  return { ledger, reconciler, releaseOf };
}
