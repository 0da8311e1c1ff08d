import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surveyStore, type CollectionSpec, type Doc } from '@towncrier/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { layOut, previousRelease } from './previous.release.ts';
import { keptToday } from './stored.forms.ts';

/** Where a document may hold what its schema does not name, and why. Anywhere else it is a word too few. */
const free: Readonly<Record<string, string>> = {
  envelope: 'an event as it came, also of a later minor',
  'outbox[].envelope.data': 'an event on its way out; its own contract has checked it',
  'unaudited[].detail': 'further facts for the audit trail, by name',
  'fact.detail': 'the same in the chain',
  'editions[].matter.fields': 'what the type and the item ask for, by name',
  'editions[].renditions': 'hashes by channel',
  'editions[].omitted': 'what readers do not find, by channel',
  'CatalogueItem.timeLimit.rules[]': 'kinds of time limits, each with figures of its own',
  facts: 'what the kind of target declares, checked by its schema when it is written',
  'RegisteredTarget.facts': 'the same, before and after a change',
  off: 'days of a year that somebody entered: the date, and why it is off',
  work: 'the same for make-up days',
  secrets: 'envelopes by the names of the facts that the kind declares',
  JSON: 'what an adapter prepared for its far end',
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Paths below a JSON Schema at which a document may hold anything, keys that are not named, or a default. */
function freePlaces(at: unknown, path = ''): readonly string[] {
  if (!isObject(at)) return [];
  if (Array.isArray(at)) return at.flatMap((one) => freePlaces(one, path));
  const { properties, additionalProperties: more, $defs: shared, ...rest } = at;
  const named = isObject(properties) ? Object.entries(properties) : [];
  const isFree = isObject(more) || more === true || 'default' in at || Object.keys(at).length === 0;
  return [
    ...(isFree ? [path] : []),
    ...named.flatMap(([key, value]) => freePlaces(value, path === '' ? key : `${path}.${key}`)),
    ...(isObject(more) && Object.keys(more).length > 0 ? freePlaces(more, `${path}.*`) : []),
    ...(isObject(shared) ? Object.entries(shared) : []).flatMap(([name, value]) =>
      // the only form without a name that refers to itself
      freePlaces(value, name.startsWith('__') ? 'JSON' : name),
    ),
    ...['items', 'prefixItems'].flatMap((key) => freePlaces(rest[key], `${path}[]`)),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => freePlaces(rest[key], path)),
  ];
}

describe('what services keep', async () => {
  const today = await keptToday();
  const all = [...today].flatMap(([service, specs]) => specs.map((spec) => ({ service, spec })));
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'towncrier-forms-'));
    layOut(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is named once in each service', () => {
    for (const [service, specs] of today)
      expect(new Set(specs.map(({ name }) => name)).size, service).toBe(specs.length);
  });

  it('covers every collection that the previous release wrote', () => {
    for (const [service, written] of previousRelease())
      expect(today.get(service)?.map(({ name }) => name) ?? [], service).toEqual(
        expect.arrayContaining(written.map(({ collection }) => collection)),
      );
  });

  it.each([...today.keys()])('%s can write every document of the previous release again', async (service) => {
    const specs = today.get(service) ?? [];
    const surveys = await surveyStore({ service, dataDir: join(folder, service) }, specs);

    expect(surveys.flatMap(({ faults }) => faults)).toEqual([]);
    const written = (previousRelease().get(service) ?? []).flatMap(({ documents }) => documents);
    expect(surveys.reduce((sum, { documents }) => sum + documents, 0)).toBe(written.length);
  });

  it.each(all)('$service/$spec.name names all it holds', ({ spec }) => {
    expect(placesOf(spec).filter((place) => !Object.hasOwn(free, place))).toEqual([]);
  });

  it('leaves no more free than it must', () => {
    const places = new Set(all.flatMap(({ spec }) => placesOf(spec)));

    expect(Object.keys(free).filter((place) => !places.has(place))).toEqual([]);
  });
});

/** @throws for a schema that makes one thing of another: there is no JSON Schema for that */
const placesOf = (spec: CollectionSpec<Doc>): readonly string[] =>
  freePlaces(z.toJSONSchema(spec.schema, { io: 'output' }));
