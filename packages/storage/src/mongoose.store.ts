import { createConnection, Schema, type Connection } from 'mongoose';
import type { Collection, CollectionSpec, Doc, Store } from './collection.ts';
import { StoreUnavailable } from './errors.ts';
import { MongooseCollection, type Stored } from './mongoose.collection.ts';

/**
 * The store for scale-out. Writes are acknowledged by a majority and journalled.
 * @param uri names the database; collections are prefixed with the service, so that no service sees another's
 * @throws StoreUnavailable when the server does not answer within 5 s
 */
export async function openMongooseStore(uri: string, service: string): Promise<Store> {
  const connection = await connect(uri);
  const collections = new Map<string, Collection<Doc>>();
  return {
    kind: 'mongodb',
    collection: async <T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> => {
      const known = collections.get(spec.name) as Collection<T> | undefined;
      if (known !== undefined) return known;
      const name = `${service.replaceAll('-', '_')}_${spec.name}`;
      const schema = new Schema<Stored>({ _id: { type: String, required: true }, version: { type: Number, required: true } }, { strict: false, minimize: false, versionKey: false, autoIndex: false, autoCreate: false });
      const model = connection.model<Stored>(name, schema, name);
      for (const paths of spec.indexes) await model.collection.createIndex(Object.fromEntries([...paths, '_id'].map((path) => [path, 1])));
      const fresh = new MongooseCollection<T>(model, spec);
      collections.set(spec.name, fresh as unknown as Collection<Doc>);
      return fresh;
    },
    ping: async () => { await connection.db?.admin().ping(); },
    close: () => connection.close(),
  };
}

async function connect(uri: string): Promise<Connection> {
  const connection = createConnection(uri, { serverSelectionTimeoutMS: 5000, writeConcern: { w: 'majority', j: true }, autoIndex: false });
  try {
    return await connection.asPromise();
  } catch (cause) {
    await connection.close();
    throw new StoreUnavailable('MongoDB does not answer. Check MONGODB_URI and that the server runs.', { cause });
  }
}
