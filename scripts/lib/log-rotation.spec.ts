import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rotate } from './log-rotation.mjs';

describe('a log', () => {
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'towncrier-log-'));
    log = join(folder, 'hub.log');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const small = { bytes: 10, keep: 3, spare: 0 };
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('is left alone while it is small, and where there is none', () => {
    rotate(log, small);
    appendFileSync(log, '0123456789');
    rotate(log, small);
    expect(readdirSync(folder)).toEqual(['hub.log']);
  });

  it('is put aside, and whoever writes goes on in the same file', () => {
    const open = openSync(log, 'a');
    for (const words of ['first 0123\n', 'second 012\n', 'third 0123\n', 'fourth 012\n']) {
      writeSync(open, words);
      rotate(log, small);
    }
    writeSync(open, 'now\n');
    closeSync(open);
    expect(read('hub.log')).toBe('now\n');
    expect([1, 2, 3].map((n) => read(`hub.log.${n}`))).toEqual([
      'fourth 012\n',
      'third 0123\n',
      'second 012\n',
    ]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('takes none of the last space of the disk, and gives back what it had', () => {
    appendFileSync(log, 'first 0123\n');
    rotate(log, small);
    appendFileSync(log, 'second 012\n');
    rotate(log, { ...small, spare: Number.MAX_SAFE_INTEGER });
    expect(readdirSync(folder)).toEqual(['hub.log']);
    expect(read('hub.log')).toBe('');
  });
});
