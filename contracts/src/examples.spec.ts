import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deliveryAcceptedV1 } from './events/delivery-accepted.v1.ts';
import { deliveryAttemptedV1 } from './events/delivery-attempted.v1.ts';
import { deliveryHandledV1 } from './events/delivery-handled.v1.ts';
import { deliverySettledV1 } from './events/delivery-settled.v1.ts';
import { editionReleasedV1 } from './events/edition-released.v1.ts';
import { publicationWithdrawnV1 } from './events/publication-withdrawn.v1.ts';
import { retryRequestedV1 } from './events/retry-requested.v1.ts';

const folder = new URL('../examples/', import.meta.url);
const read = (event: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${event}/${file}`, folder), 'utf8')) as Record<string, unknown>;
const contracts = [
  editionReleasedV1,
  publicationWithdrawnV1,
  deliveryAcceptedV1,
  deliveryAttemptedV1,
  deliverySettledV1,
  retryRequestedV1,
  deliveryHandledV1,
];

describe.each(contracts)('$name', (contract) => {
  const files = readdirSync(new URL(`${contract.name}/`, folder));

  it.each(files)('reads %s and loses nothing of it', (file) => {
    const example = read(contract.name, file);
    expect(contract.schema.parse(example)).toEqual(example);
  });

  it('has an example of the least it may say', () => expect(files).toContain('minimal.json'));

  it('reads a message of a later writer that says more', () => {
    const example = read(contract.name, 'minimal.json');
    expect(
      contract.schema.parse({
        ...example,
        priority: 'new attribute',
        data: { ...(example['data'] as object), mood: 'new field' },
      }),
    ).toEqual(example);
  });

  it('refuses a message of another type', () => {
    expect(
      contract.schema.safeParse({
        ...read(contract.name, 'minimal.json'),
        type: 'towncrier.something-else.v1',
      }).success,
    ).toBe(false);
  });
});

it('has examples of every event and of nothing else', () => {
  expect(readdirSync(folder).toSorted()).toEqual(contracts.map((contract) => contract.name).toSorted());
});

it('shows of an edition: the least, everything, the longest title, rare characters, a table and an attachment', () => {
  expect(readdirSync(new URL('edition-released.v1/', folder)).toSorted()).toEqual([
    'all-fields.json',
    'attachment.json',
    'longest-title.json',
    'minimal.json',
    'rare-characters.json',
    'table.json',
  ]);
});
