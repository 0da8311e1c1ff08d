import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from './sqlite.open.ts';

it('syncs every commit to the disk and keeps the file to itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-store-'));
  const database = openDatabase(folder);

  const said = ['synchronous', 'journal_mode', 'locking_mode', 'fullfsync'].map(
    (name) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0],
  );

  // 2 is FULL, https://www.sqlite.org/pragma.html#pragma_synchronous
  expect(said).toEqual([2, 'wal', 'exclusive', 1]);
  database.close();
  rmSync(folder, { recursive: true });
});
