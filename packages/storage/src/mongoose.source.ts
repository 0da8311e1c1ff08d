import { asDoc, formField, formsOf, readMark, type Documents } from './mongoose.migrate.ts';
import { connect } from './mongoose.store.ts';
import type { Reading, Source } from './source.ts';

/** @throws StoreUnavailable when the URI names no database or the server does not answer within 5 s */
export async function openMongooseSource(uri: string, service: string): Promise<Source> {
  const connection = await connect(uri);
  return {
    read: async (name) => {
      const docs = connection.collection(`${service}.${name}`);
      const mark = await readMark(formsOf(connection, service), docs, name);
      return mark === null ? null : { mark, documents: documentsOf(docs, mark.version) };
    },
    close: () => connection.close(),
  };
}

async function* documentsOf(docs: Documents, version: number): Reading['documents'] {
  for await (const { [formField]: form, ...doc } of docs.find({}))
    yield { form: typeof form === 'number' ? Math.max(form, version) : version, doc: asDoc(doc) };
}
