import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from './errors.ts';
import { WriteGroup } from './sqlite.group.ts';

describe('a group of writes', () => {
  let database: DatabaseSync;
  let group: WriteGroup;
  beforeEach(() => {
    database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL)');
    group = new WriteGroup(database);
  });
  const write = (id: number, words = 'x') =>
    group.run(() => database.prepare('INSERT INTO notes VALUES (?, ?)').run(id, words).changes);
  const stored = () =>
    database
      .prepare('SELECT id FROM notes ORDER BY id')
      .all()
      .map((row) => row['id']);

  it('shares one transaction among all writes of a turn', async () => {
    const inside = await Promise.all([1, 2, 3].map(() => group.run(() => database.isTransaction)));
    const commits: number[] = [];
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'COMMIT') commits.push(1);
      exec(sql);
    };

    await Promise.all([write(1), write(2), write(3)]);
    await write(4);

    expect(inside).toEqual([true, true, true]);
    expect(commits).toHaveLength(2);
  });

  it('resolves only after the commit', async () => {
    const seen = await write(1).then(() => database.isTransaction);

    expect(seen).toBe(false);
    expect(stored()).toEqual([1]);
  });

  it('gives each write its own result: the one that fails keeps nobody else back', async () => {
    const results = await Promise.allSettled([
      write(1),
      write(1),
      group.run(() => {
        throw new TypeError('mine');
      }),
      write(2),
    ]);

    expect(results.map((r) => (r.status === 'fulfilled' ? r.value : (r.reason as Error).name))).toEqual([
      1,
      'StoreUnavailable',
      'TypeError',
      1,
    ]);
    expect(stored()).toEqual([1, 2]);
  });

  it('confirms exactly what is kept when the disk fills up in the middle', async () => {
    database.exec('PRAGMA max_page_count = 20');

    const results = await Promise.allSettled([write(1), write(2, 'x'.repeat(200_000)), write(3), write(4)]);

    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect((results[1] as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailable);
    expect((results[1] as PromiseRejectedResult).reason.message).toMatch(
      /database or disk is full.*nothing was kept.*free space/,
    );
    expect(stored()).toEqual([1, 3, 4]);
    expect(database.isTransaction).toBe(false);
  });

  it('confirms nothing when the commit fails', async () => {
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'COMMIT')
        throw Object.assign(new Error('disk I/O error'), {
          code: 'ERR_SQLITE_ERROR',
          errstr: 'disk I/O error',
        });
      exec(sql);
    };

    const results = await Promise.allSettled([write(1), write(2)]);

    expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected']);
    expect(stored()).toEqual([]);
    expect(database.isTransaction).toBe(false);
  });
});
