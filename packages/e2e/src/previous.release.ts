import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { Person } from './hub.client.ts';

const fixtures = fileURLToPath(new URL('../fixtures/previous-release/', import.meta.url));

type Doc = Readonly<Record<string, unknown>>;
interface Written {
  readonly collection: string;
  readonly documents: readonly Doc[];
}

/** What the stores of the previous release held, by service. */
export function previousRelease(): ReadonlyMap<string, readonly Written[]> {
  const files = readdirSync(fixtures).toSorted();
  return new Map(
    files.map((file) => [basename(file, '.jsonl'), writtenIn(readFileSync(join(fixtures, file), 'utf8'))]),
  );
}

/** A line that names a collection, then its documents. */
function writtenIn(text: string): readonly Written[] {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Doc);
  const heads = lines.flatMap((line, n) => (typeof line['collection'] === 'string' ? [n] : []));
  return heads.map((at, n) => ({
    collection: String(lines[at]?.['collection']),
    documents: lines.slice(at + 1, heads[n + 1]),
  }));
}

/** The passwords are left out of the fixture: everybody gets this one, kept as the hub keeps them. */
const password = 'Lou-Shi-2026-sheng-chan';
const derived = 'argon2id$19456$2$BwcHBwcHBwcHBwcHBwcHBw$Dmx30WuFgFmxrEJxdQ0Xe3ENDslaxpbaJgq8dvA2qF8';
export const known = (name: string): Person => ({ name, password, roles: [] });

/** The one index that holds data of its own: the words of publications, cut, kept by triggers. */
const wordsIndex = `
  CREATE VIRTUAL TABLE "publications#text"
  USING fts5(words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
  CREATE TRIGGER "publications#INSERT" AFTER INSERT ON "publications" BEGIN
    INSERT INTO "publications#text" (rowid, words) VALUES (new.rowid, json_extract(new.doc, '$.words'));
  END;`;

/**
 * Lays the stores out below `dataDir` as the previous release left them when it was stopped: its tables, no
 * mark of a form. Other indexes and triggers are made at every opening where they are missing.
 */
export function layOut(dataDir: string): void {
  for (const [service, written] of previousRelease()) {
    mkdirSync(join(dataDir, service), { recursive: true });
    const database = new DatabaseSync(join(dataDir, service, 'store.sqlite'));
    database.exec('PRAGMA journal_mode = WAL; CREATE TABLE "_ping" (id INTEGER PRIMARY KEY)');
    for (const { collection, documents } of written) {
      database.exec(
        `CREATE TABLE "${collection}" (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, doc TEXT NOT NULL)`,
      );
      if (collection === 'publications') database.exec(wordsIndex);
      const put = database.prepare(`INSERT INTO "${collection}" (id, version, doc) VALUES (?, ?, ?)`);
      for (const doc of documents) {
        const whole = collection === 'people' ? { ...doc, password: derived } : doc;
        put.run(String(doc['_id']), Number(doc['version']), JSON.stringify(whole));
      }
    }
    database.close();
  }
}
