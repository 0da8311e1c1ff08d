import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import { publications } from '../../publications/publication.document.ts';
import type { PublicationView } from '../../publications/publication.view.ts';
import { houseKinds, type ReviewKind } from '../../publications/review.kind.ts';
import { notice, type HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { newcomer } from '../../testing/new.account.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { ColumnView } from './columns.documents.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const [first, second] = houseKinds as [ReviewKind, ReviewKind];
const last = houseKinds.at(-1) as ReviewKind;
const legal: ReviewKind = { id: 'legal', title: '法制审核', role: 'legal-reviewer', form: 'approval' };

const column = async (code: string): Promise<ColumnView> =>
  (await room.editor.get<{ items: ColumnView[] }>('/api/v1/columns')).body.items.find(
    (c) => c.code === code,
  ) as ColumnView;
const change = async (more: object) => {
  const { code: _code, version, steps: _steps, ...facts } = await column('tzgg');
  const disclosure = await lab.signedIn('disclosure');
  return disclosure.put<ColumnView>('/api/v1/columns/tzgg', { version, ...facts, ...more });
};
const withRole = (name: string, ...roles: readonly string[]): Promise<HubClient> =>
  newcomer(lab, name, ...roles);
const submitted = async (): Promise<PublicationView> => {
  const draft = await room.editor.act('', notice);
  return room.editor.act(`/${draft.id}/submit`, { version: draft.version });
};
const seen = (p: PublicationView) => ({
  version: p.version,
  contentHash: p.editions.at(-1)?.contentHash,
});
const queueOf = async (who: HubClient): Promise<readonly string[]> =>
  (await who.get<{ items: { id: string }[] }>('/api/v1/reviews')).body.items.map((i) => i.id);

it('a review that the county names itself goes from submission to release by data alone', async () => {
  expect(await change({ reviews: [first, second, legal, last] })).toMatchObject({
    status: 200,
    body: {
      reviews: [{ id: 1 }, { id: 2 }, { title: '法制审核', role: 'legal-reviewer' }, { id: 'secrecy' }],
    },
  });
  const lawyer = await withRole('lawyer', 'legal-reviewer');
  const reviewer2 = await lab.signedIn('reviewer2');

  let p = await submitted();
  expect(p.editions[0]).toMatchObject({ waitsFor: 1, route: { levels: 3, secrecy: true } });
  p = await room.reviewer.act(`/${p.id}/approve`, seen(p));
  p = await reviewer2.act(`/${p.id}/approve`, seen(p));
  expect(p).toMatchObject({ state: 'in-review', editions: [{ waitsFor: 'legal' }] });

  expect(await queueOf(lawyer)).toEqual([p.id]);
  expect(await queueOf(await lab.signedIn('reviewer3'))).toEqual([]);
  const claimedBy = (who: HubClient) =>
    who.post(`/api/v1/publications/${p.id}/claim`, { version: p.version });
  expect(await claimedBy(await lab.signedIn('reviewer3'))).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('请由法制审核人员办理') },
  });
  expect(await claimedBy(room.reviewer)).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('您已办理过本稿的一审') },
  });
  expect(await room.secrecy.post(`/api/v1/publications/${p.id}/clear`, seen(p))).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  });

  p = await lawyer.act(`/${p.id}/claim`, { version: p.version });
  p = await lawyer.act(`/${p.id}/approve`, seen(p));
  expect(p).toMatchObject({ state: 'secrecy-review', editions: [{ waitsFor: 'secrecy' }] });
  p = await room.secrecy.act(`/${p.id}/clear`, seen(p));
  p = await room.editor.act(`/${p.id}/publish`, { version: p.version });

  expect(p.state).toBe('released');
  expect(p.editions[0]?.reviews.map((r) => [r.stage, r.stageTitle, r.by])).toEqual([
    [1, '一审', 'reviewer'],
    [2, '二审', 'reviewer2'],
    ['legal', '法制审核', 'lawyer'],
    ['secrecy', '保密审查', 'secrecy'],
  ]);
  expect(p.history.map((line) => line.words)).toEqual(
    expect.arrayContaining(['领取法制审核', '法制审核通过', '保密审查通过']),
  );
});

it('an edition keeps the reviews it was submitted under, whatever becomes of its column', async () => {
  const p = await submitted();
  await change({ reviews: [legal, last] });

  const read = await room.reviewer.act(`/${p.id}/approve`, seen(p));

  expect(read).toMatchObject({ state: 'secrecy-review', editions: [{ waitsFor: 'secrecy' }] });
});

it('an own review sent back keeps its name, although the route is gone', async () => {
  await change({ reviews: [legal] });
  const lawyer = await withRole('lawyer', 'legal-reviewer');
  const p = await submitted();

  const back = await lawyer.act(`/${p.id}/return`, { version: p.version, reason: '依据已废止' });

  expect(back.editions[0]).toMatchObject({
    route: null,
    reviews: [{ stage: 'legal', stageTitle: '法制审核', verdict: 'returned' }],
  });
});

it('a route of unknown roles, or with a review twice, is refused in words', async () => {
  expect(await change({ reviews: [{ ...legal, role: 'poetry-reviewer' }] })).toMatchObject({ status: 400 });
  expect(await change({ reviews: [{ ...legal, form: 'ballot' }] })).toMatchObject({ status: 400 });
  expect(await change({ reviews: [] })).toMatchObject({ status: 400 });
  expect(await change({ reviews: [{ ...legal, id: 'release' }] })).toMatchObject({ status: 400 });
  expect(await change({ reviews: [legal, legal] })).toMatchObject({
    status: 400,
    body: { fields: [{ message: expect.stringContaining('只能出现一次') }] },
  });
});

it('a client that knows nothing of own reviews changes the rest and leaves them as they are', async () => {
  await change({ reviews: [legal] });
  const { code: _code, version, steps: _steps, reviews: _reviews, ...facts } = await column('tzgg');
  const disclosure = await lab.signedIn('disclosure');
  await disclosure.put('/api/v1/columns/tzgg', { version, ...facts, title: '通知' });

  expect(await column('tzgg')).toMatchObject({ title: '通知', reviews: [{ id: 'legal' }] });
  await change({ reviews: null, reviewLevels: 2, secrecyReview: false });
  expect((await submitted()).editions[0]?.route).toMatchObject({ levels: 2, secrecy: false });
});

it('an edition that was in review before reviews had names goes on where it stood', async () => {
  const p = await submitted();
  const read = await room.reviewer.act(`/${p.id}/approve`, seen(p));
  await asTheLastReleaseStoredIt(p.id);

  const old = (await room.editor.get<PublicationView>(`/api/v1/publications/${p.id}`)).body;
  expect(old.editions[0]).toMatchObject({
    waitsFor: 'secrecy',
    route: { levels: 1, secrecy: true, kinds: [{ id: 1 }, { id: 'secrecy' }] },
    reviews: [{ stage: 1, stageTitle: '一审' }],
  });
  expect((await room.secrecy.act(`/${p.id}/clear`, seen(read))).state).toBe('approved');
});

async function asTheLastReleaseStoredIt(id: string): Promise<void> {
  const docs = await lab.store.collection(publications);
  const { version, ...doc } = (await docs.get(id)) as PublicationDoc;
  const [edition] = doc.editions;
  const reviews = edition.reviews.map(({ title: _title, ...r }) => r);
  await docs.replace(
    { ...doc, editions: [{ ...edition, route: { levels: 1, secrecy: true }, reviews }] },
    version,
  );
}

const asked = async (who: HubClient, code: string) => {
  const { items } = (await who.get<{ items: ColumnView[] }>('/api/v1/columns')).body;
  return items.find((c) => c.code === code)?.steps.find((s) => s.act === 'change')?.ask ?? [];
};

it('what is asked of a column can be answered with what the hub says, and is taken as it is said', async () => {
  await change({ reviews: [legal] });
  const disclosure = await lab.signedIn('disclosure');
  const ask = await asked(disclosure, 'gsgg');
  const reviews = ask.find((q) => q.kind === 'rows');
  if (reviews === undefined) throw new Error('no question about reviews');

  expect(reviews.known).toEqual([...houseKinds, legal]);
  const { code: _code, steps: _steps, version, ...facts } = await column('gsgg');
  expect(
    await disclosure.put('/api/v1/columns/gsgg', { version, ...facts, reviews: reviews.known }),
  ).toMatchObject({ status: 200, body: { reviews: reviews.known } });
  expect(await asked(room.editor, 'gsgg')).toEqual([]);
});

it('every role and form that is offered for a review is one that a column may name', async () => {
  const disclosure = await lab.signedIn('disclosure');
  const reviews = (await asked(disclosure, 'tzgg')).find((q) => q.kind === 'rows');
  const values = (name: string): readonly string[] =>
    reviews?.row
      .flatMap((q) => (q.kind === 'choice' && q.name === name ? q.choices : []))
      .map((c) => c.value) ?? [];
  const kinds = values('role').flatMap((role) =>
    values('form').map((form, n) => ({ id: `${role.slice(0, 12)}${n}`, title: '某审', role, form })),
  );
  expect(kinds.length).toBeGreaterThan(8);
  for (const kind of kinds) expect(await change({ reviews: [kind] })).toMatchObject({ status: 200 });
});
