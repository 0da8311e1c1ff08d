import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { notice } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { AuditRow } from '../../trail/audit.hash.ts';
import type { Anchor } from '../../trail/anchor.ts';
import { verifyChain, type Verification } from '../../trail/audit.verify.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const rowsAbout = async (about: string): Promise<AuditRow[]> =>
  (
    await (
      await lab.signedIn('auditor')
    ).get<{ items: AuditRow[] }>(`/api/v1/audit?about=${encodeURIComponent(about)}`)
  ).body.items.reverse();

describe('the trail of a publication', () => {
  it('has a line for every step: who, from where, what, and which words before and after', async () => {
    const p = await room.published();
    await eventually(async () => (await rowsAbout(`publication/${p.id}`)).length).toBe(5);

    const lines = (await rowsAbout(`publication/${p.id}`)).map((r) => r.fact);
    expect(lines.map((f) => [f.who, f.act])).toEqual([
      ['editor', 'publication.publicationCreated'],
      ['editor', 'publication.editionSubmitted'],
      ['reviewer', 'publication.reviewPassed'],
      ['secrecy', 'publication.reviewPassed'],
      ['editor', 'publication.editionReleased'],
    ]);
    expect(lines.every((f) => f.from.includes('127.0.0.1'))).toBe(true);
    expect(lines[4]).toMatchObject({ before: p.editions[0]?.contentHash, after: p.editions[0]?.contentHash });
  });

  it('also tells who looked at what may have to stay secret', async () => {
    const draft = await room.editor.act('', notice);
    const submitted = await room.editor.act(`/${draft.id}/submit`, { version: draft.version });
    await room.reviewer.act(`/${draft.id}/approve`, {
      version: submitted.version,
      contentHash: submitted.editions[0]?.contentHash,
    });

    await room.secrecy.get(`/api/v1/publications/${draft.id}`);

    await eventually(async () =>
      (await rowsAbout(`publication/${draft.id}`)).map((r) => `${r.fact.who} ${r.fact.act}`),
    ).toContain('secrecy publication.read');
  });

  it('has no line for what was refused', async () => {
    const draft = await room.editor.act('', notice);
    await room.editor.post(`/api/v1/publications/${draft.id}/publish`, { version: draft.version });
    await eventually(async () => (await rowsAbout(`publication/${draft.id}`)).map((r) => r.fact.act)).toEqual(
      ['publication.publicationCreated'],
    );
  });
});

describe('what the console draws the trail with', () => {
  it('has words for every line that was left', async () => {
    await room.published();
    const auditor = await lab.signedIn('auditor');
    await eventually(async () => (await rowsAbout('audit/chain')).length).toBeGreaterThan(0);
    const { screens } = (
      await auditor.get<{ screens: { key: string; words: Record<string, { value: string }[]> }[] }>(
        '/api/v1/session',
      )
    ).body;
    const words = screens.find(({ key }) => key === 'audit')?.words;
    const named = (field: string): ReadonlySet<string> =>
      new Set((words?.[field] ?? []).map(({ value }) => value));
    const { items } = (await auditor.get<{ items: AuditRow[] }>('/api/v1/audit?limit=500')).body;

    const lines = items.map(({ fact }) => fact);
    expect(lines.map(({ act }) => act).filter((act) => !named('act').has(act))).toEqual([]);
    expect(
      lines.map(({ about }) => about.split('/')[0] ?? '').filter((kind) => !named('kind').has(kind)),
    ).toEqual([]);
  });
});

describe('an export', () => {
  it('verifies without this house, and leaves a line itself', async () => {
    await room.published();
    const auditor = await lab.signedIn('auditor');

    const text = (await auditor.get<string>('/api/v1/audit/export')).body;

    const [head, ...lines] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { publicKey?: string; row?: AuditRow; anchor?: Anchor });
    const [rows, anchors] = [lines.flatMap((l) => l.row ?? []), lines.flatMap((l) => l.anchor ?? [])];
    const found = await verifyChain(rows, { anchors, publicKey: head?.publicKey ?? null });
    expect(found).toMatchObject({ ok: true, provenTo: null });
    expect(anchors.length).toBeGreaterThan(0);
    expect(rows.at(-1)?.fact).toMatchObject({ who: 'auditor', act: 'audit.export' });
  });

  it('is for auditors; everybody else is told who may', async () => {
    for (const name of ['editor', 'system-admin', 'supervisor'])
      expect(await (await lab.signedIn(name)).get('/api/v1/audit/export')).toMatchObject({
        status: 403,
        body: { code: 'forbidden', detail: expect.stringContaining('审计') },
      });
    expect(await room.editor.get('/api/v1/audit')).toMatchObject({ status: 403 });
  });

  it('is found whole by the house, too', async () => {
    await room.published();
    expect(
      (await (await lab.signedIn('supervisor')).get<Verification>('/api/v1/audit/verification')).body,
    ).toMatchObject({ ok: true, provenTo: null, problems: [] });
  });
});
