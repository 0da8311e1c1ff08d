import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Store } from './collection.ts';
import { StoreUnavailable } from './errors.ts';
import { openStore } from './open-store.ts';
import { openSqliteStore } from './sqlite.store.ts';
import { describeCollection } from './testing/collection.suite.ts';
import { surveyStore } from './survey.ts';
import { describeForms } from './testing/collection.forms.ts';
import { minute, notice, sampleSpec } from './testing/notice.sample.ts';

const root = mkdtempSync(join(tmpdir(), 'towncrier-store-'));
const folder = (): string => mkdtempSync(join(root, 's-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeCollection('node:sqlite', () => openSqliteStore(folder()));

const lasting = folder();
describeForms('node:sqlite', {
  open: () => openSqliteStore(lasting),
  survey: (specs) => surveyStore({ service: 'hub', dataDir: lasting }, specs),
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Another process with the same store; its lines as they come. */
function service(
  directory: string,
  task: 'write' | 'hold',
): {
  readonly lines: string[];
  readonly said: (enough: (lines: string[]) => boolean) => Promise<void>;
  readonly kill: () => Promise<void>;
} {
  const script = fileURLToPath(new URL('../test/store.process.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', script, directory, task],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const said = (enough: (lines: string[]) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (enough(lines)) resolve();
      };
      reader.on('line', look);
      reader.on('close', () =>
        enough(lines)
          ? resolve()
          : reject(new Error(`the process ended after: ${lines.slice(-3).join(' / ')}`)),
      );
      look();
    });
  const ended = new Promise<void>((resolve) => reader.on('close', resolve));
  return {
    lines,
    said,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

async function using<T>(directory: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(directory);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('the embedded store', () => {
  it('has every confirmed write after kill -9, and starts again at once', async () => {
    const directory = folder();
    for (const round of [1, 2, 3]) {
      await using(directory, async (store) => {
        const notices = await store.collection(sampleSpec('notices'));
        const old = await notices.find({}, { limit: 1000 });
        await Promise.all(old.items.map((doc) => notices.delete(doc._id)));
      });
      const writer = service(directory, 'write');
      await writer.said((lines) => lines.length > 100 * round);

      await writer.kill();

      const confirmed = writer.lines.slice(1);
      await using(directory, async (store) => {
        const notices = await store.collection(sampleSpec('notices'));
        const found = await Promise.all(confirmed.map((id) => notices.get(id)));
        expect(found.flatMap((doc, i) => (doc === null ? [confirmed[i]] : []))).toEqual([]);
        expect(await notices.count({ state: 'open' })).toBeGreaterThanOrEqual(confirmed.length);
      });
    }
  });

  it('tells a second process that stores are not shared, and lets it in once the first was killed', async () => {
    const directory = folder();
    const first = service(directory, 'hold');
    await first.said((lines) => lines.includes('open'));

    const second = service(directory, 'hold');
    await second.said((lines) => lines.length > 0);
    expect(second.lines[0]).toMatch(
      /^StoreUnavailable: .*in use by another process.*may not share one store file/,
    );
    await expect(openSqliteStore(directory)).rejects.toThrow(StoreUnavailable);

    await first.kill();
    const third = service(directory, 'hold');
    await third.said((lines) => lines.includes('open'));
  });

  it('keeps documents, versions and leases over a restart', async () => {
    const directory = folder();
    const before = await using(directory, async (store) => {
      const notices = await store.collection(sampleSpec('notices'));
      await notices.insert(notice('a'));
      return notices.claim({ state: 'open' }, { token: 't', now: minute(0), until: minute(5) });
    });

    await using(directory, async (store) => {
      const notices = await store.collection(sampleSpec('notices'));
      expect(await notices.get('a')).toEqual(before);
      expect(
        await notices.claim({ state: 'open' }, { token: 'u', now: minute(1), until: minute(6) }),
      ).toBeNull();
    });
  });

  it('takes a new index over documents that are there already', async () => {
    const directory = folder();
    await using(directory, async (store) => {
      const notices = await store.collection({ ...sampleSpec('notices'), indexes: [] });
      await notices.insert(notice('a', { rank: 3 }));
    });

    await using(directory, async (store) => {
      const notices = await store.collection(sampleSpec('notices'));
      expect(await notices.count({ rank: 3 })).toBe(1);
    });
  });

  it('commits what was asked for before it was closed, and refuses what comes after', async () => {
    const directory = folder();
    const store = await openSqliteStore(directory);
    const notices = await store.collection(sampleSpec('notices'));

    const asked = notices.insert(notice('before'));
    await store.close();

    expect(await asked).toBe(true);
    await expect(notices.insert(notice('after'))).rejects.toThrow(/The store is closed/);
    await expect(store.ping()).rejects.toThrow(StoreUnavailable);
    await using(directory, async (again) =>
      expect(await (await again.collection(sampleSpec('notices'))).count({})).toBe(1),
    );
  });

  it('says what to do about a folder it cannot write', async () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');

    const opened = openStore({ service: 'hub', dataDir: join(file, 'hub') });

    await expect(opened).rejects.toThrow(StoreUnavailable);
    await expect(opened).rejects.toThrow(/cannot be written. Make it writable or set TOWNCRIER_DATA/);
  });

  it('says what to do about a file that is no store', async () => {
    const directory = folder();
    writeFileSync(join(directory, 'store.sqlite'), 'lorem ipsum '.repeat(100));

    await expect(openSqliteStore(directory)).rejects.toThrow(
      /is damaged or no store .*Put back the last backup/,
    );
  });

  it('is looked at without a trace, also after a kill', async () => {
    const directory = folder();
    const writer = service(directory, 'write');
    await writer.said((lines) => lines.length > 10);
    await writer.kill();
    const traces = (): string[] => readdirSync(directory).toSorted();
    const before = traces();
    const look = () => surveyStore({ service: 'hub', dataDir: directory }, [sampleSpec('notices')]);

    expect((await look())[0]).toMatchObject({ held: 1, wanted: 1, faults: [] });
    expect(traces()).toEqual(before);

    const other = service(directory, 'hold');
    await other.said((lines) => lines.includes('open'));
    await expect(look()).rejects.toThrow(/in use by another process/);
    await other.kill();
  });

  it('that is not there yet is looked at as an empty one, and not made', async () => {
    const directory = join(folder(), 'never');

    const [found] = await surveyStore({ service: 'hub', dataDir: directory }, [sampleSpec('notices')]);

    expect(found).toEqual({ collection: 'notices', documents: 0, held: 1, wanted: 1, faults: [] });
    expect(existsSync(directory)).toBe(false);
  });

  it('is what an empty MONGODB_URI asks for, and makes its folder', async () => {
    const store = await openStore({ service: 'hub', dataDir: join(folder(), 'new', 'hub'), mongodbUri: '' });

    expect(store.kind).toBe('sqlite');
    await store.close();
  });
});
