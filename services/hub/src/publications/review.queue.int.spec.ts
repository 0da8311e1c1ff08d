import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Collection, type Store } from '@towncrier/storage';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import { role } from '../access/role.ts';
import type { Step } from '../access/steps/step.ts';
import { lookingAt, minute, names, scripts } from '../testing/random.story.ts';
import type { Command } from './publication.commands.ts';
import { decide } from './publication.decide.ts';
import { publicationOf, publications, recorded, type PublicationDoc } from './publication.document.ts';
import { newest } from './publication.ts';
import { kindOf } from './publication.review.ts';
import { ReviewQueue } from './review.queue.ts';
import { publicationSteps } from './steps/publication.steps.ts';

const site = 'https://www.example.gov.cn';
const at = minute(130);
const people: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(...names),
  title: fc.constant('某人'),
  roles: fc.subarray(role.options, { minLength: 1, maxLength: 5 }),
  organisation: fc.constantFrom('kysrmzf', 'kyswj'),
});

type Script = readonly { readonly by: string; readonly wish: Parameters<typeof lookingAt>[1] }[];
type Stored = ReturnType<typeof recorded>;

/** The last document of each state in one life of a publication, as it is stored. */
function documentsOf(script: Script): readonly Stored[] {
  const lastOf = new Map<string, Stored>();
  let doc: PublicationDoc | null = null;
  script.forEach(({ by, wish }, n) => {
    const state = doc === null ? null : publicationOf(doc);
    const decision = decide({ ...lookingAt(state, wish), by, at: minute(n) } as Command, state);
    if (decision.kind === 'refused') return;
    const next: Stored = recorded(doc, decision.events, {
      from: 'test',
      letOut: [],
      listing: { words: '停水', dueOn: null },
    });
    doc = { ...next, version: 1 };
    lastOf.set(next.state, next);
  });
  return [...lastOf.values()];
}

let folder: string;
let store: Store;
let docs: Collection<PublicationDoc>;
let all: readonly PublicationDoc[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-queue-'));
  store = await openStore({ service: 'hub', dataDir: folder });
  docs = await store.collection(publications);
  const lives = fc.sample(scripts, { numRuns: 100, seed: 7 }).flatMap(documentsOf);
  for (const [n, doc] of lives.entries()) await docs.insert({ ...doc, _id: `P${1000000 + n}` });
  all = (await docs.find({ updatedAt: { gt: '' } }, { limit: 1000 })).items;
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const queue = () => new ReviewQueue(docs, () => new Date(at), site);
const isReview = (step: Step, doc: PublicationDoc, who: Person): boolean => {
  const current = newest(publicationOf(doc));
  const taken = kindOf(current) !== null && current.claim?.by === who.name;
  return (
    ['claim', 'approve', 'clear', 'urgent/confirm', 'urgent/review'].includes(step.act) ||
    (step.act === 'return' && taken)
  );
};

describe('the review queue', { timeout: 60_000 }, () => {
  it('has a row exactly when the steps of the publication let this person review it', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (who) => {
        const rows = await queue().of(who);
        const theirs = all.filter((doc) =>
          publicationSteps(who, publicationOf(doc), at).some((s) => s.allowed && isReview(s, doc, who)),
        );
        expect(rows.map((r) => r.id).toSorted()).toEqual(theirs.map((d) => d._id).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('shows in each row the steps that the publication itself shows', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (who) => {
        for (const row of await queue().of(who)) {
          const doc = all.find((d) => d._id === row.id);
          if (doc === undefined) throw new Error(`no ${row.id}`);
          const shown = publicationSteps(who, publicationOf(doc), at).filter((s) => isReview(s, doc, who));
          expect(row.steps).toEqual(shown);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is tried on publications that wait in every way', () => {
    const states = new Set(all.map((d) => d.state));
    expect([...states]).toEqual(
      expect.arrayContaining(['submitted', 'in-review', 'secrecy-review', 'awaiting-confirmation']),
    );
    expect(all.length).toBeGreaterThan(100);
    expect(all.some((d) => d.reviewDueAt !== null)).toBe(true);
  });
});
