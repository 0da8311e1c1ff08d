import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubClient, type Publication } from './hub.client.ts';
import { interpretation, pieces, type Piece } from './month.plan.ts';
import { Town } from './town.ts';

interface Account {
  readonly name: string;
  readonly version: number;
  readonly code: string;
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly organisation: string; readonly state: string }[];
}

/**
 * Three bodies of the county, every type, and what becomes of some: one month at the public API, with real
 * processes.
 */
describe('one month in Kaiyuan', () => {
  let town: Town;
  const editors = new Map<Piece['by'], HubClient>();
  const reviewers: HubClient[] = [];
  const out = new Map<string, Publication>();
  const bodies = { water: 'kys-shuiwj', finance: 'kys-czj', street: 'kys-lq' } as const;
  beforeAll(async () => {
    town = await Town.start();
    for (const name of ['reviewer', 'reviewer2', 'reviewer3']) reviewers.push(await town.person(name));
  });
  afterAll(async () => {
    await town.stop();
  });

  const release = async ({ by, levels, draft }: Piece): Promise<Publication> => {
    const editor = editors.get(by) as HubClient;
    let p = await editor.submit(await editor.create({ ...draft }));
    const contentHash = p.editions[0]?.contentHash;
    for (const reviewer of reviewers.slice(0, levels)) p = await reviewer.act(p, 'approve', { contentHash });
    return town.editor.act(await town.secrecy.act(p, 'clear', { contentHash }), 'publish');
  };
  const piece = (type: string): Publication => {
    const found = out.get(type);
    if (found === undefined) throw new Error(`no ${type} went out`);
    return found;
  };

  it('begins with an editor in each body, made by one administrator and entitled by another', async () => {
    const [system, security] = [await town.person('system-admin'), await town.person('security-admin')];
    for (const [by, organisation] of Object.entries(bodies) as [Piece['by'], string][]) {
      const made = (await system.call('POST', '/api/v1/people', {
        name: `editor-${by}`,
        title: `${by} 采编`,
        organisation,
        subject: null,
      })) as Account;
      await security.call('PUT', `/api/v1/people/${made.name}/roles`, {
        version: made.version,
        roles: ['editor'],
      });
      const { code } = (await security.call('POST', `/api/v1/people/${made.name}/countersign`, {
        version: made.version + 1,
        reason: '新到岗，已核实本人',
      })) as Account;
      const [name, password] = [made.name, `四个柚子一把伞两条河-${organisation}`];
      const reset = `${made.code}-${code}`;
      await new HubClient(town.hubUrl).call('POST', '/api/v1/session/reset', { name, reset, password });
      editors.set(by, await HubClient.signIn(town.hubUrl, { name, password, roles: ['editor'] }));
      await system.call('PUT', `/api/v1/organisations/${organisation}/liaison`, {
        version: 1,
        person: made.name,
      });
    }
    expect(
      (await system.call('GET', '/api/v1/organisations')) as { total: number; vacant: number },
    ).toMatchObject({ vacant: expect.any(Number) });
  });

  it('sees one piece of every type reviewed, released and shown', async () => {
    for (const p of pieces) out.set((p.draft.matter as { type: string }).type, await release(p));
    out.set('interpretation', await release(interpretation(piece('policy').id)));

    const types = (
      (await town.editor.call('GET', '/api/v1/publication-types')) as { items: { code: string }[] }
    ).items.map((t) => t.code);
    expect([...out.keys()].toSorted()).toEqual(types.toSorted());
    for (const p of out.values()) {
      const board = await town.complete(p);
      expect(
        board.rows.map((r) => r.state),
        p.id,
      ).toEqual(['confirmed', 'confirmed', 'confirmed']);
    }
  });

  it('keeps the bodies apart: nobody writes for another, and each has its own numbers', async () => {
    const street = editors.get('street') as HubClient;
    await expect(
      street.act(await town.editor.get(piece('general-notice').id), 'correct', {
        reason: '代改',
        format: 'text',
        source: '代改',
        title: '代改',
      }),
    ).rejects.toMatchObject({ status: 403 });

    for (const [by, organisation] of Object.entries(bodies) as [Piece['by'], string][]) {
      const listed = (await town.editor.call(
        'GET',
        `/api/v1/publications?organisation=${organisation}&state=released`,
      )) as Listed;
      const { items } = (await town.editor.call(
        'GET',
        `/api/v1/index-numbers?organisation=${organisation}&year=${new Date().getFullYear()}`,
      )) as { items: { publication: string; number: string }[] };
      expect(items.map((i) => i.publication).toSorted(), by).toEqual(
        listed.items.map((p) => p.id).toSorted(),
      );
      expect(items.at(-1)?.number).toContain(`-${String(items.length).padStart(5, '0')}`);
    }
  });

  it('corrects one, lets one expire, repeals one and withdraws one, each shown as what it is', async () => {
    const water = editors.get('water') as HubClient;
    const next = await water.act(await water.get(piece('general-notice').id), 'correct', {
      reason: '停水时间有误',
      format: 'text',
      title: '关于灵泉东路停水检修的通知',
      source: '因供水管网检修，2026年11月26日8时至18时灵泉东路停水，请提前储水。',
      header: { issuer: '开远市水务局' },
    });
    const submitted = await water.submit(next);
    const contentHash = submitted.editions.at(-1)?.contentHash;
    await town.editor.act(
      await town.secrecy.act(
        await (reviewers[0] as HubClient).act(submitted, 'approve', { contentHash }),
        'clear',
        { contentHash },
      ),
      'publish',
    );
    const ends = [
      ['warning', 'expire', { reason: '已恢复供水' }, '失效'],
      ['policy', 'repeal', { reason: '由新办法取代', basis: '开财发〔2026〕9号' }, '废止'],
      ['meeting', 'withdraw', { reason: '纪要未核对' }, '撤回'],
    ] as const;
    for (const [type, act, body] of ends)
      await town.editor.act(await town.editor.get(piece(type).id), act, body);

    const shows = async (type: string, words: string): Promise<void> =>
      expect.poll(async () => (await fetch(piece(type).page)).text(), { timeout: 30_000 }).toContain(words);
    await shows('general-notice', '停水时间有误');
    for (const [type, , body, words] of ends) {
      await shows(type, words);
      await shows(type, body.reason);
    }
    const cap = await (
      await fetch(`${town.hubUrl}/api/public/v1/warnings/${piece('warning').id}/cap`)
    ).text();
    expect(cap).toContain('<msgType>Cancel</msgType>');
  });

  it('is found, counted and proven', async () => {
    const found = (await town.editor.call(
      'GET',
      `/api/v1/publications?q=${encodeURIComponent('供水补助')}`,
    )) as Listed;
    expect(found.items.map((p) => p.id)).toEqual(
      expect.arrayContaining([piece('policy').id, piece('interpretation').id]),
    );

    const supervisor = await town.person('supervisor');
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const report = JSON.stringify(await supervisor.call('GET', `/api/v1/reports/editorial?month=${month}`));
    for (const organisation of Object.values(bodies)) expect(report).toContain(organisation);

    const auditor = await town.person('auditor');
    const verified = (await auditor.call('GET', '/api/v1/audit/verification')) as { ok: boolean };
    expect(verified).toMatchObject({ ok: true });
  });
});
