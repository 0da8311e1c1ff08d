import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { change } from './change.ts';
import { checked } from './checked.ts';
import type {
  Changed,
  Collection,
  CollectionSpec,
  Decide,
  Doc,
  FindOptions,
  Fresh,
  Lease,
  Page,
  Where,
} from './collection.ts';
import { fullOrder, pageSize, readCursor, requireDeclared, wordsOf, writeCursor } from './query.ts';
import type { WriteGroup } from './sqlite.group.ts';
import { declareText, textClause } from './sqlite.text.ts';
import { afterClause, column, orderClause, whereClause } from './sqlite.where.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

export class SqliteCollection<T extends Doc> implements Collection<T> {
  private readonly table: string;
  private readonly prepared = new Map<string, StatementSync>();

  constructor(
    private readonly database: DatabaseSync,
    private readonly group: WriteGroup,
    private readonly spec: CollectionSpec<T>,
  ) {
    this.table = `"${spec.name}"`;
    // Not WITHOUT ROWID: with documents of some KB a count then reads every document instead of the index,
    // 100 times slower.
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${this.table} (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, doc TEXT NOT NULL)`,
    );
    for (const paths of spec.indexes) {
      const name = `"${spec.name}:${paths.join(',')}"`;
      database.exec(
        `CREATE INDEX IF NOT EXISTS ${name} ON ${this.table} (${[...paths, '_id'].map(column).join(', ')})`,
      );
    }
    if (spec.text !== undefined) declareText(database, spec.name, spec.text);
  }

  async get(id: string): Promise<T | null> {
    const row = this.statement(`SELECT doc FROM ${this.table} WHERE id = ?`).get(id);
    return row === undefined ? null : read<T>(row);
  }

  async insert(doc: Fresh<T>): Promise<boolean> {
    const stored = checked(this.spec, doc, 1);
    const text = JSON.stringify(stored);
    return this.group.run(
      () =>
        this.statement(
          `INSERT INTO ${this.table} (id, version, doc) VALUES (?, 1, ?) ON CONFLICT (id) DO NOTHING`,
        ).run(stored._id, text).changes === 1,
    );
  }

  async replace(doc: Fresh<T>, expectedVersion: number): Promise<boolean> {
    const stored = checked(this.spec, doc, expectedVersion + 1);
    const text = JSON.stringify(stored);
    return this.group.run(
      () =>
        this.statement(`UPDATE ${this.table} SET version = ?, doc = ? WHERE id = ? AND version = ?`).run(
          stored.version,
          text,
          stored._id,
          expectedVersion,
        ).changes === 1,
    );
  }

  change(id: string, decide: Decide<T>, seen?: T): Promise<Changed<T>> {
    return change(this, id, decide, seen);
  }

  async find(where: Where, options: FindOptions = {}): Promise<Page<T>> {
    requireDeclared(this.spec.name, this.spec.indexes, where, options.order);
    const order = fullOrder(options.order);
    const limit = pageSize(options);
    const words = wordsOf(this.spec, options);
    const matching = whereClause(where);
    const text =
      words === null
        ? null
        : textClause(
            this.spec.name,
            words,
            (sql, ...parameters) => this.statement(sql).all(...parameters).length,
          );
    const after = options.after === undefined ? null : afterClause(order, readCursor(order, options.after));
    const sql = `SELECT doc FROM ${this.table} WHERE ${[after, text, matching].flatMap((c) => c?.sql ?? []).join(' AND ')} ORDER BY ${orderClause(order)} LIMIT ?`;
    const rows = this.statement(sql).all(
      ...[after, text, matching].flatMap((c) => c?.parameters ?? []),
      limit + 1,
    );
    const items = rows.slice(0, limit).map((row) => read<T>(row));
    return rows.length > limit ? { items, cursor: writeCursor(order, items.at(-1)) } : { items };
  }

  async count(where: Where): Promise<number> {
    requireDeclared(this.spec.name, this.spec.indexes, where, undefined);
    const { sql, parameters } = whereClause(where);
    const row = this.statement(`SELECT count(*) AS n FROM ${this.table} WHERE ${sql}`).get(...parameters);
    return Number(row?.['n']);
  }

  async claim(where: Where, lease: Lease): Promise<(T & { lease: { token: string; until: string } }) | null> {
    requireDeclared(this.spec.name, this.spec.indexes, where, lease.order);
    const { sql, parameters } = whereClause(where);
    const free = `(json_extract(doc, '$.lease.until') IS NULL OR json_extract(doc, '$.lease.until') < ?)`;
    const select = `SELECT doc FROM ${this.table} WHERE ${sql} AND ${free} ORDER BY ${orderClause(fullOrder(lease.order))} LIMIT 1`;
    // Most claims find nothing; a look without a transaction spares those the write.
    if (this.statement(select).get(...parameters, lease.now) === undefined) return null;
    return this.group.run(() => {
      const row = this.statement(select).get(...parameters, lease.now);
      if (row === undefined) return null;
      const found = read<T>(row);
      const claimed = {
        ...found,
        version: found.version + 1,
        lease: { token: lease.token, until: lease.until },
      };
      this.statement(`UPDATE ${this.table} SET version = ?, doc = ? WHERE id = ?`).run(
        claimed.version,
        JSON.stringify(claimed),
        claimed._id,
      );
      return claimed;
    });
  }

  async delete(id: string): Promise<boolean> {
    return this.group.run(
      () => this.statement(`DELETE FROM ${this.table} WHERE id = ?`).run(id).changes === 1,
    );
  }

  private statement(sql: string): StatementSync {
    const known = this.prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = this.database.prepare(sql);
    if (this.prepared.size > 200) this.prepared.clear();
    this.prepared.set(sql, fresh);
    return fresh;
  }
}

const read = <T>(row: Row): T => JSON.parse(String(row['doc'])) as T;
