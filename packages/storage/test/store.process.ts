import { writeSync } from 'node:fs';
import { openSqliteStore } from '../src/sqlite.store.ts';
import { notice, sampleSpec } from '../src/testing/notice.sample.ts';

/**
 * A service to be killed: writes without end, alone and in groups, and tells each id only once its write has
 * resolved.
 */
const [directory = '', task = ''] = process.argv.slice(2);
const tell = (line: string): void => void writeSync(1, `${line}\n`);

try {
  const store = await openSqliteStore(directory);
  const notices = await store.collection(sampleSpec('notices'));
  tell('open');
  if (task === 'write') {
    for (let turn = 0; ; turn += 1) {
      const group = Array.from({ length: turn % 2 === 0 ? 1 : 20 }, (_, i) => `${turn}:${i}`);
      await Promise.all(
        group.map(async (id) => {
          if (await notices.insert(notice(id))) tell(id);
        }),
      );
    }
  }
  setInterval(() => undefined, 1000);
} catch (error) {
  tell(`${(error as Error).name}: ${(error as Error).message}`);
}
