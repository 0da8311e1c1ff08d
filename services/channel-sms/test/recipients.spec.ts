import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Collection, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activeNumbers, recipients, stock, type Recipient } from '../src/recipients.ts';

describe('the recipients', () => {
  let folder: string;
  let store: Store;
  let known: Collection<Recipient>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-recipients-'));
    store = await openSqliteStore(folder);
    known = await store.collection(recipients);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = async (...lines: readonly string[]): Promise<string> => {
    const path = join(folder, 'numbers.txt');
    await writeFile(path, lines.join('\n'));
    return path;
  };
  const active = async (): Promise<readonly string[]> => {
    const numbers: string[] = [];
    for await (const number of activeNumbers(known)) numbers.push(number);
    return numbers;
  };
  /** Invented: the 199 9990 block. */
  const number = (n: number): string => `1999990${String(n).padStart(4, '0')}`;

  it('are the mobile numbers of the file, blanks and all else left out', async () => {
    const path = await file(` ${number(1)} `, '0873-7122345', '', `${number(2)}\r`, '19999900', 'name');
    expect(await stock(known, path, false)).toBe(2);
    expect(await active()).toEqual([number(1), number(2)]);
  });

  it('grow by a longer file, and lose nobody by a shorter one', async () => {
    await stock(known, await file(number(1), number(2)), false);
    expect(await stock(known, await file(number(2), number(3)), false)).toBe(1);
    expect(await active()).toEqual([number(1), number(2), number(3)]);
  });

  it('are invented for a demonstration where there are none, once', async () => {
    expect(await stock(known, undefined, true)).toBe(25);
    expect(await stock(known, undefined, true)).toBe(0);
    expect(await active()).toHaveLength(25);
    expect((await active()).every((one) => one.startsWith('1999990'))).toBe(true);
  });

  it('are never invented for the real provider, nor beside real ones', async () => {
    expect(await stock(known, undefined, false)).toBe(0);
    await stock(known, await file(number(77)), true);
    expect(await active()).toEqual([number(77)]);
  });

  it('who do not want messages any more get none, and the file does not bring them back', async () => {
    const path = await file(number(1), number(2));
    await stock(known, path, false);
    const gone = await known.get(number(1));
    if (gone === null) throw new Error('stocked above');
    await known.replace({ ...gone, active: false }, gone.version);
    expect(await stock(known, path, false)).toBe(0);
    expect(await active()).toEqual([number(2)]);
  });

  it('are read to the last one, however many pages they take', async () => {
    const all = Array.from({ length: 2050 }, (_, n) => number(n + 1));
    await stock(known, await file(...all), false);
    expect(await active()).toEqual(all);
  });
});
