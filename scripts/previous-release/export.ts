import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

type Doc = Readonly<Record<string, unknown>>;
/** What is kept of one document; null for one that is left out. */
type Kept = (doc: Doc) => Doc | null;

/** Words instead of a secret: the fixture is public. */
const hidden = 'left-out-of-the-fixture';
/** A PNG of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
const emptySheet = Buffer.from('%PDF-1.7').toString('base64');

/** Bodies that the story names, and one below another; of a hundred, these show the form. */
const bodies = new Set(['kysrmzf', 'kys-shuiwj', 'kys-czj', 'kys-lq']);
/** Of many recipients with the same fate, a few. */
const isFew = (phone: unknown): boolean => /000[1-3]$/.test(String(phone));
const few = (list: unknown): unknown[] => (Array.isArray(list) ? list.slice(0, 3) : []);

const kept: Readonly<Record<string, Kept>> = {
  'hub/people': (doc) => ({ ...doc, password: hidden }),
  'hub/sessions': (doc) => ({ ...doc, csrf: hidden }),
  'hub/organisations': (doc) => (bodies.has(String(doc['_id'])) ? doc : null),
  'hub/catalogue_versions': (doc) => ({ ...doc, items: few(doc['items']) }),
  'channel-led/keys': () => null,
  'channel-led/pages': (doc) => ({ ...doc, png: pixel }),
  'channel-board/sheets': (doc) => ({ ...doc, pdf: emptySheet }),
  'channel-sms/recipients': (doc) => (isFew(doc['_id']) ? doc : null),
  'channel-sms/results': (doc) => (isFew(doc['phone']) ? doc : null),
  'channel-sms/batches': (doc) => ({ ...doc, targets: few(doc['targets']) }),
};

/**
 * What every service's store below `data` holds: for each collection a line that names it and the version of
 * its form, then its documents, in the order of their ids.
 */
export function exportStores(data: string): { name: string; lines: object[] }[] {
  return readdirSync(data)
    .toSorted()
    .filter((name) => existsSync(join(data, name, 'store.sqlite')))
    .map((name) => ({ name, lines: [...linesOf(name, join(data, name, 'store.sqlite'))] }));
}

function* linesOf(service: string, file: string): Iterable<object> {
  const database = new DatabaseSync(file);
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .all()
    .map((row) => String(row['name']))
    .filter((name) => /^[a-z][a-z0-9_-]*$/.test(name) && !name.startsWith('sqlite_'));
  for (const collection of tables) {
    yield { collection, schemaVersion: versionOf(database, collection) };
    for (const row of database.prepare(`SELECT doc FROM "${collection}" ORDER BY id`).all()) {
      const doc = JSON.parse(String(row['doc'])) as Doc;
      const some = (kept[`${service}/${collection}`] ?? ((whole) => whole))(doc);
      if (some !== null) yield some;
    }
  }
  database.close();
}

/** A release from before there were marks wrote version 1. */
function versionOf(database: DatabaseSync, collection: string): number {
  const marks = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '_forms'`).get();
  if (marks === undefined) return 1;
  const row = database.prepare(`SELECT version FROM "_forms" WHERE collection = ?`).get(collection);
  return row === undefined ? 1 : Number(row['version']);
}
