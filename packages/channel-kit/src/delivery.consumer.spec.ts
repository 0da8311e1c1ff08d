import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Poison } from '@towncrier/messaging';
import { describe, expect, it } from 'vitest';
import { readRelease } from './delivery.consumer.ts';

const examples = fileURLToPath(new URL('../../../contracts/examples/', import.meta.url));
const files = globSync('{edition-released,publication-withdrawn}.v*/*.json', { cwd: examples });

describe('what a channel reads', () => {
  it('there are examples to read', () => expect(files.length).toBeGreaterThan(2));

  it.each(files)('decodes %s', (file) => {
    const raw: unknown = JSON.parse(readFileSync(`${examples}/${file}`, 'utf8'));
    expect(readRelease(raw)).toMatchObject({ specversion: '1.0' });
  });

  it('ignores fields that a newer writer added', () => {
    const raw = JSON.parse(readFileSync(`${examples}/${files[0]}`, 'utf8')) as { data: object };
    expect(() => readRelease({ ...raw, later: 1, data: { ...raw.data, later: true } })).not.toThrow();
  });

  it.each([
    [null],
    [42],
    [{}],
    [{ type: 'towncrier.unheard-of.v9' }],
    [{ type: 'towncrier.edition-released.v1', data: { lane: 'sideways' } }],
  ])('calls %j poison, with its cause', (raw) => {
    expect(() => readRelease(raw)).toThrow(Poison);
  });
});
