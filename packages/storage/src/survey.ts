import type { CollectionSpec, Doc } from './collection.ts';
import { InvalidDocument, MigrationFailed, NewerData } from './errors.ts';
import { fitting, migrated, requireOpenable } from './migration.ts';

import type { Reading, Source } from './source.ts';
import { openSqliteSource } from './sqlite.source.ts';
import type { StoreOptions } from './store.options.ts';
import type { Survey } from './survey.finding.ts';

/**
 * Looks at every document as an opening would, and changes nothing.
 * @throws StoreUnavailable when the store is in use, or is none
 */
export async function surveyStore(
  options: StoreOptions,
  specs: readonly CollectionSpec<Doc>[],
): Promise<readonly Survey[]> {
  const source = await openSource(options);
  try {
    const surveys: Survey[] = [];
    for (const spec of specs) surveys.push(await surveyOf(spec, await source.read(spec.name)));
    return surveys;
  } finally {
    await source.close();
  }
}

async function openSource({ service, dataDir, mongodbUri }: StoreOptions): Promise<Source> {
  if (mongodbUri === undefined || mongodbUri === '') return openSqliteSource(dataDir);
  const { openMongooseSource } = await import('./mongoose.source.ts');
  return openMongooseSource(mongodbUri, service);
}

async function surveyOf<T extends Doc>(spec: CollectionSpec<T>, reading: Reading | null): Promise<Survey> {
  const wanted = spec.schemaVersion;
  const about = { collection: spec.name, wanted, held: reading?.mark.version ?? wanted };
  if (reading === null) return { ...about, documents: 0, faults: [] };
  const refused = wordsOf(() => requireOpenable(spec, reading.mark));
  if (refused !== null) return { ...about, documents: 0, faults: [refused] };
  const faults: string[] = [];
  let documents = 0;
  for await (const { form, doc } of reading.documents) {
    documents += 1;
    const fault = wordsOf(() => (form < wanted ? migrated(spec, doc, form, wanted) : fitting(spec, doc)));
    if (fault !== null) faults.push(fault);
  }
  return { ...about, documents, faults };
}

/** What is expected to go wrong is a finding; anything else is thrown. */
function wordsOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof NewerData || error instanceof MigrationFailed || error instanceof InvalidDocument)
      return error.message;
    throw error;
  }
}
