import type { Floors } from '../surrounding.ts';
import { retryBatches } from './batch.ts';
import { BatchRunner } from './batch.runner.ts';
import { BatchesService } from './batches.service.ts';
import { DeliveriesDesk } from './deliveries.desk.ts';
import type { Reconciling } from '../reconciler/reconciler.compose.ts';
import { LettersDesk } from './letters.desk.ts';
import { MatrixExport } from './matrix.export.ts';
import { MonitorClient } from './monitor.client.ts';
import { RetryCost } from './retry.cost.ts';

export interface Operations {
  readonly runner: BatchRunner;
  readonly instances: readonly object[];
  /** Many retries that somebody began and that do not go on. */
  readonly paused: BatchesService['paused'];
}

export async function composeOperations(
  floors: Floors,
  { reconciling }: { readonly reconciling: Reconciling },
): Promise<Operations> {
  const { parts, audit, access, publications, changes } = floors;
  const { clock, log, random, store, settings } = parts;
  const monitor = new MonitorClient(settings);
  const at = { monitor, trail: audit.trail, clock };
  const channels = async () =>
    (await publications.directory.list()).map(({ id, doc }) => ({ id, title: doc.announced.title }));
  const titleOf = async (id: string) => (await channels()).find((channel) => channel.id === id)?.title ?? id;
  const organisations = async () =>
    new Map((await access.organisations.list()).map(({ code, name }) => [code, name]));
  const docs = await store.collection(retryBatches);
  const desk = new DeliveriesDesk(at);
  const runner = new BatchRunner({ docs, desk, clock, changes, log, kickAudit: audit.follow(docs) });
  const releaseOf = (operation: string) => reconciling.releaseOf(operation);
  const cost = new RetryCost({ broker: parts.broker, releaseOf, titleOf });
  const batches = new BatchesService({
    monitor,
    docs,
    clock,
    newId: () => Buffer.from(random(6)).toString('hex'),
    titleOf,
    costOf: (items) => cost.words(items),
    kick: () => runner.kick(),
  });
  const tellAgain = (operation: string) => reconciling.reconciler.tellAgain(operation);
  const letters = new LettersDesk({ ...at, tellAgain });
  return {
    runner,
    paused: () => batches.paused(),
    instances: [letters, new MatrixExport({ ...at, channels, organisations }), desk, batches],
  };
}
