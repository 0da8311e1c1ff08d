import { createConnection, Schema, type Connection } from 'mongoose';
import type { Collection, CollectionSpec, Doc, Store } from './collection.ts';
import { requireSound } from './declaration.ts';
import { StoreUnavailable } from './errors.ts';
import { requireOpenable } from './migration.ts';
import { bringUp, formsOf, readMark } from './mongoose.migrate.ts';
import { MongooseCollection, type Stored } from './mongoose.collection.ts';

/** How long (ms) a server may take to be found, or a majority to confirm. */
const patience = { server: 5_000, majority: 10_000 };

/**
 * The store for scale-out. Writes are acknowledged by a majority and journalled, reads come from the primary.
 * @param uri names the database; collections are `<service>.<name>`, so that no service sees another's
 * @throws StoreUnavailable when the URI names no database or the server does not answer within 5 s
 */
export async function openMongooseStore(uri: string, service: string): Promise<Store> {
  const connection = await connect(uri);
  const collections = new Map<string, unknown>();
  return {
    kind: 'mongodb',
    collection: async <T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> => {
      const opening = collections.get(spec.name) ?? declare(connection, service, spec);
      collections.set(spec.name, opening);
      try {
        // One name has one spec, hence one type.
        return (await opening) as Collection<T>;
      } catch (error) {
        // A declaration that failed may be tried again.
        collections.delete(spec.name);
        throw error;
      }
    },
    ping: async () => {
      try {
        await connection
          .collection<{ _id: string }>(`${service}.ping`)
          .updateOne({ _id: 'ping' }, { $set: { alive: true } }, { upsert: true });
      } catch (cause) {
        throw new StoreUnavailable(
          'MongoDB cannot be written. Check that it has a primary, free disk space, and that the account of MONGODB_URI may write.',
          { cause },
        );
      }
    },
    close: () => connection.close(),
  };
}

async function declare<T extends Doc>(
  connection: Connection,
  service: string,
  spec: CollectionSpec<T>,
): Promise<Collection<T>> {
  requireSound(spec);
  const forms = formsOf(connection, service);
  const mark = await readMark(forms, connection.collection(`${service}.${spec.name}`), spec.name);
  requireOpenable(spec, mark);
  const name = `${service}.${spec.name}`;
  const schema = new Schema<Stored>(
    { _id: { type: String, required: true }, version: { type: Number, required: true } },
    { strict: false, minimize: false, versionKey: false, autoIndex: false, autoCreate: false },
  );
  const model = connection.models[name] ?? connection.model<Stored>(name, schema, name);
  for (const paths of spec.indexes)
    await model.collection.createIndex(Object.fromEntries([...paths, '_id'].map((path) => [path, 1])));
  // Words are cut already: no language, no stemming, no stop words.
  if (spec.text !== undefined)
    await model.collection.createIndex(
      { [spec.text]: 'text' },
      { default_language: 'none', language_override: 'no_such_field' },
    );
  await bringUp(forms, connection.collection(name), spec, mark);
  return new MongooseCollection<T>(model, spec);
}

/** @throws StoreUnavailable */
export async function connect(uri: string): Promise<Connection> {
  // Without a name the driver would write to "test" and nobody would notice.
  if (!/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(uri))
    throw new StoreUnavailable('MONGODB_URI names no database. Write it as mongodb://host:27017/towncrier.');
  const connection = createConnection(uri, {
    serverSelectionTimeoutMS: patience.server,
    writeConcern: { w: 'majority', j: true, wtimeoutMS: patience.majority },
    readPreference: 'primary',
    autoIndex: false,
    bufferCommands: false,
  });
  try {
    return await connection.asPromise();
  } catch (cause) {
    await connection.close();
    throw new StoreUnavailable(
      'MongoDB does not answer. Check MONGODB_URI, its account, and that the server runs.',
      { cause },
    );
  }
}
