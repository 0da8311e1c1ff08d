import { rowState } from '@towncrier/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonDetail } from './access/people/people.view.ts';
import type { SessionView } from './access/people/session.view.ts';
import { publications, type PublicationDoc } from './publications/publication.document.ts';
import { publicationState } from './publications/publication.record.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { notice, urgentTerms, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

const everybody = [
  'editor',
  'reviewer',
  'reviewer2',
  'secrecy',
  'duty',
  'duty2',
  'disclosure',
  'operator',
  'supervisor',
  'auditor',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;

let lab: HubLab;
let room: Newsroom;
const people = new Map<string, HubClient>();
beforeAll(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
  for (const name of everybody) people.set(name, await lab.signedIn(name));
}, 60_000);
afterAll(() => lab.close());
const as = (name: string): HubClient => {
  const client = people.get(name);
  if (client === undefined) throw new Error(`nobody is called ${name}`);
  return client;
};

const answered = (
  question: PublicationView['steps'][number]['ask'][number],
): readonly [string, unknown][] => {
  if (question.kind === 'form') return [];
  if (question.kind === 'number') return [[question.name, question.from]];
  if (question.kind === 'choice' || question.kind === 'buttons')
    return [[question.name, question.choices[0]?.value]];
  if (question.kind === 'consent') return [[question.name, true]];
  return question.kind === 'deny-code' ? [] : [[question.name, '事由']];
};
const bodyOf = (version: number, { given, ask }: PublicationView['steps'][number]): object => ({
  version,
  ...given,
  ...Object.fromEntries(ask.flatMap(answered)),
});

/** What the console does with a step of a publication. */
async function take(
  who: HubClient,
  p: PublicationView,
  step: PublicationView['steps'][number],
): Promise<number> {
  const body = bodyOf(p.version, step);
  const path = `/api/v1/publications/${p.id}`;
  const words = { format: 'text', source: `${p.title}\n开远市水务局\n改过的正文。` };
  if (step.act === 'edit') return (await who.put(`${path}/draft`, { ...body, ...words })).status;
  if (step.act === 'correct') {
    return (await who.post(`${path}/correct`, { ...body, ...words, reason: '有误' })).status;
  }
  return (await who.post(`${path}/${step.act}`, body)).status;
}

/** One publication in each of these conditions. */
async function conditions(): Promise<Readonly<Record<string, PublicationView>>> {
  const { editor, reviewer } = room;
  const draft = await editor.act('', notice);
  const submit = async (p: PublicationView) => editor.act(`/${p.id}/submit`, { version: p.version });
  const submitted = await submit(await editor.act('', notice));
  const waiting = await submit(await editor.act('', notice));
  const seen = { contentHash: waiting.editions[0]?.contentHash };
  const secrecy = await reviewer.act(`/${waiting.id}/approve`, { version: waiting.version, ...seen });
  const remarked = await submit(await editor.act('', notice));
  const remark = { version: remarked.version, block: 0, words: '请写明时段' };
  const urgent = await as('duty').act('', { ...notice, ...urgentTerms });
  const ended = await room.published();
  return {
    draft,
    submitted,
    secrecy,
    remarked: await reviewer.act(`/${remarked.id}/comments`, remark),
    approved: await room.approved(await editor.act('', notice)),
    urgent: await as('duty').act(`/${urgent.id}/urgent`, { version: urgent.version, reason: '预警' }),
    released: await room.published(),
    withdrawn: await editor.act(`/${ended.id}/withdraw`, { version: ended.version, reason: '有误' }),
  };
}

it(
  'carries out every step that it allows, for everybody and in every condition',
  { timeout: 120_000 },
  async () => {
    const docs = await lab.store.collection(publications);
    // the relays write too: it is put back on whatever they left
    const back = async ({ version: _version, ...before }: PublicationDoc): Promise<void> => {
      await docs.change(before._id, () => before);
    };
    const tried = new Set<string>();
    for (const [condition, { id }] of Object.entries(await conditions())) {
      const doc = await docs.get(id);
      if (doc === null) throw new Error(`no ${id}`);
      for (const name of everybody) {
        const { status: answered, body: p } = await as(name).get<PublicationView>(
          `/api/v1/publications/${id}`,
        );
        // whoever may not read it is offered nothing
        if (answered === 403) continue;
        for (const step of p.steps) {
          const status = await take(as(name), p, step);
          const what = `${name}: ${step.label}, ${condition}`;
          if (step.allowed) expect(status, what).toBe(200);
          else expect([403, 409, 422], what).toContain(status);
          tried.add(step.act);
          await back(doc);
        }
      }
    }
    expect(tried.size).toBeGreaterThanOrEqual(16);
  },
);

it('opens the pages to a person that are listed for them, and no others', async () => {
  const reads: Readonly<Record<string, string>> = {
    list: '/publications',
    now: '/now',
    reviews: '/reviews',
    warnings: '/warnings',
    catalogue: '/catalogue/versions',
    columns: '/columns',
    deadlines: '/deadlines/rules',
    requests: '/disclosure-requests',
    feedback: '/feedback',
    reports: '/reports/editorial?month=2026-11',
    audit: '/audit',
    organisations: '/organisations',
    people: '/people',
  };
  for (const name of everybody) {
    const { body } = await as(name).get<SessionView>('/api/v1/session');
    const listed = body.screens.map((s) => s.key);
    for (const [key, path] of Object.entries(reads)) {
      const { status } = await as(name).get(`/api/v1${path}`);
      if (listed.includes(key)) expect(status, `${name} ${key}`).toBe(200);
      else expect(key === 'reviews' ? 403 : status, `${name} ${key}`).toBe(403);
    }
  }
});

it('carries out every step on an account that it allows an administrator', { timeout: 60_000 }, async () => {
  const list = async (admin: string): Promise<readonly PersonDetail[]> =>
    (await as(admin).get<{ items: PersonDetail[] }>('/api/v1/people')).body.items;
  for (const admin of ['system-admin', 'security-admin']) {
    for (const act of [
      'disable',
      'enable',
      'reset-password',
      'unlock',
      'reset-second-factor',
      'countersign',
    ]) {
      const other = (await list(admin)).find((p) => p.name === 'reviewer3');
      const step = other?.steps.find((s) => s.act === act);
      if (other === undefined || step === undefined) continue;
      const path = `/api/v1/people/reviewer3/${act}`;
      expect((await as(admin).post(path, bodyOf(other.version, step))).status, act).toBe(200);
    }
    const own = (await list(admin)).find((p) => p.name === admin);
    for (const step of own?.steps.filter((s) => !s.allowed) ?? [])
      expect(step, step.act).toMatchObject({ why: expect.stringContaining('自己') });
  }
});

it('refuses to do again what stands so already, and lists no step for it', async () => {
  const admin = as('system-admin');
  const find = async (): Promise<PersonDetail | undefined> =>
    (await admin.get<{ items: PersonDetail[] }>('/api/v1/people')).body.items.find(
      (p) => p.name === 'operator',
    );
  const operator = await find();

  expect(operator?.steps.map((s) => s.act)).not.toContain('enable');
  expect(
    await admin.post('/api/v1/people/operator/enable', { version: operator?.version, reason: '恢复' }),
  ).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
});

it('gives each page the words of its vocabularies, and every state of a publication has one', async () => {
  const { body } = await as('editor').get<SessionView>('/api/v1/session');
  const wordsOf = (key: string, field: string): readonly string[] =>
    body.screens.find((s) => s.key === key)?.words[field]?.map((w) => w.value) ?? [];

  expect(wordsOf('list', 'state')).toEqual(publicationState.options);
  expect(wordsOf('deliveries', 'state').toSorted()).toEqual([...rowState.options].toSorted());
  expect(wordsOf('organisations', 'kind')).toContain('township');
  for (const state of wordsOf('list', 'state'))
    expect((await as('editor').get(`/api/v1/publications?state=${state}`)).status, state).toBe(200);
});
