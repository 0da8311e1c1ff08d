import type { Connection } from 'mongoose';
import type { CollectionSpec, Doc, Plain } from './collection.ts';
import { markOf, migrated, unmarked, type Mark } from './migration.ts';

/** A collection of the driver, its documents not yet typed. */
export type Documents = ReturnType<Connection['collection']>;

/** `tidy`: documents still carry the version they were brought to, which nobody needs any more. */
export interface MongoMark extends Mark {
  readonly tidy: boolean;
}

const batch = 500;
/** Which form a document has, while its collection is under way to another. No schema may use the name. */
export const formField = '__form';

/** No collection of a service can be called so. */
export const formsOf = (connection: Connection, service: string): Documents =>
  connection.collection(`${service}._forms`);

/** Null for a collection that holds nothing and was never opened. */
export async function readMark(forms: Documents, docs: Documents, name: string): Promise<MongoMark | null> {
  const found = await forms.findOne({ _id: name as never });
  if (found !== null)
    return {
      version: Number(found['version']),
      reaching: Number(found['reaching']),
      tidy: found['tidy'] === true,
    };
  return (await docs.findOne({})) === null ? null : { ...unmarked, tidy: false };
}

/**
 * Brings the documents of a collection to today's form. Nothing spans two documents here, so each tells its
 * own form until all are done: a kill loses nothing, and no document is brought up twice.
 */
export async function bringUp<T extends Doc>(
  forms: Documents,
  docs: Documents,
  spec: CollectionSpec<T>,
  mark: MongoMark | null,
): Promise<void> {
  const at = mark ?? { ...markOf(spec.schemaVersion), tidy: false };
  await forms.updateOne({ _id: spec.name as never }, { $setOnInsert: { ...at } }, { upsert: true });
  for (let version = at.version; version < spec.schemaVersion; version += 1) {
    const next = version + 1;
    await record(forms, spec.name, { version, reaching: next, tidy: true });
    while (await moveSome(docs, spec, version, next));
    await record(forms, spec.name, { ...markOf(next), tidy: true });
  }
  if (at.version === spec.schemaVersion && !at.tidy) return;
  await docs.updateMany({ [formField]: { $exists: true } }, { $unset: { [formField]: '' } });
  await record(forms, spec.name, { ...markOf(spec.schemaVersion), tidy: false });
}

/** False when there was none left. */
async function moveSome<T extends Doc>(
  docs: Documents,
  spec: CollectionSpec<T>,
  version: number,
  next: number,
): Promise<boolean> {
  const found = await docs
    .find({ [formField]: { $ne: next } })
    .limit(batch)
    .toArray();
  if (found.length === 0) return false;
  await docs.bulkWrite(
    found.map(({ [formField]: _form, ...doc }) => ({
      replaceOne: {
        filter: { _id: doc._id, version: doc['version'] },
        replacement: { ...migrated(spec, asDoc(doc), version, next), [formField]: next },
      },
    })),
  );
  return true;
}

/** What this package wrote has an id and a version. */
export const asDoc = (stored: Plain): Plain & Doc => stored as Plain & Doc;

async function record(forms: Documents, name: string, mark: MongoMark): Promise<void> {
  await forms.updateOne({ _id: name as never }, { $set: { ...mark } }, { upsert: true });
}
