import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Poison } from '@towncrier/messaging';
import { describe, expect, it } from 'vitest';
import { readLedgerEvent } from './ledger.consumer.ts';
import { tell } from './ledger.ts';

const examples = fileURLToPath(new URL('../../../../contracts/examples/', import.meta.url));
const files = globSync('*.v*/*.json', { cwd: examples });

describe('what the monitor reads', () => {
  it('there are examples of every event', () =>
    expect(new Set(files.map((f) => f.split('/')[0])).size).toBeGreaterThanOrEqual(6));

  it.each(files)('decodes %s and finds a row for it', (file) => {
    const event = readLedgerEvent(JSON.parse(readFileSync(`${examples}/${file}`, 'utf8')) as unknown);
    expect(tell(event).length).toBeGreaterThan(0);
  });

  it('calls what it cannot read poison', () => {
    expect(() => readLedgerEvent({ type: 'towncrier.unheard-of.v9' })).toThrow(Poison);
  });
});
