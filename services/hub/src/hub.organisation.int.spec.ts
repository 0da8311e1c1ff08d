import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationDetail, OrganisationTree } from './access/organisation/organisation.view.ts';
import type { HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
let system: HubClient;
beforeAll(async () => {
  lab = await HubLab.open();
  system = await lab.signedIn('system-admin');
});
afterAll(() => lab.close());

const contact = { address: null, phone: null, email: null, hours: null };
const kiosk = {
  code: 'kys-kiosk-9',
  kind: 'service-point',
  name: '第九警务便民站',
  parent: 'kysrmzf',
  tier: 'county',
  contact,
};

describe('the tree of organisations', () => {
  it('stands at the first start, with every liaison still to be named', async () => {
    const { tree, total, vacant } = (await system.get<OrganisationTree>('/api/v1/organisations')).body;

    expect(tree.map((o) => o.code)).toEqual(['kysrmzf']);
    expect(tree[0]?.children.filter((o) => o.kind === 'township')).toHaveLength(7);
    expect([total, vacant]).toEqual([total, total]);
  });

  it('takes only what fits under its parent', async () => {
    const editor = await lab.signedIn('editor');

    expect((await editor.post('/api/v1/organisations', kiosk)).status).toBe(403);
    expect(await system.post('/api/v1/organisations', { ...kiosk, kind: 'village' })).toMatchObject({
      status: 409,
      body: { code: 'parent', detail: /乡镇/ },
    });
    expect((await system.post('/api/v1/organisations', kiosk)).status).toBe(201);
    expect(await system.post('/api/v1/organisations', kiosk)).toMatchObject({
      status: 409,
      body: { code: 'exists' },
    });
  });

  it('has one liaison per organisation, who works there', async () => {
    const office = await lab.signedIn('disclosure');
    const { version } = (await office.get<OrganisationDetail>('/api/v1/organisations/kysrmzf')).body;

    expect(
      await office.put('/api/v1/organisations/kys-czj/liaison', { version: 1, person: 'editor' }),
    ).toMatchObject({ status: 409, body: { code: 'not-theirs' } });
    expect(
      await office.put('/api/v1/organisations/kysrmzf/liaison', { version, person: 'editor' }),
    ).toMatchObject({ status: 200, body: { liaison: { state: 'appointed', person: 'editor' } } });
    expect(
      await office.put('/api/v1/organisations/kysrmzf/liaison', { version: version + 1, person: 'reviewer' }),
    ).toMatchObject({ body: { liaison: { person: 'reviewer' } } });
    expect(
      await office.put('/api/v1/organisations/kysrmzf/liaison', { version, person: 'editor' }),
    ).toMatchObject({ status: 409, body: { code: 'stale' } });
  });

  it('shows a vacancy as soon as the liaison is gone', async () => {
    const { version } = (
      await system.get<{ items: { name: string; version: number }[] }>('/api/v1/people')
    ).body.items.find((p) => p.name === 'reviewer') ?? { version: 0 };

    await system.post('/api/v1/people/reviewer/disable', { version, reason: '退休' });

    expect((await system.get<OrganisationDetail>('/api/v1/organisations/kysrmzf')).body.liaison.state).toBe(
      'vacant',
    );
  });

  it('keeps what stands above others, or where people work', async () => {
    const abolish = async (code: string) =>
      system.post(`/api/v1/organisations/${code}/abolish`, {
        version: (await system.get<OrganisationDetail>(`/api/v1/organisations/${code}`)).body.version,
        reason: '机构改革',
      });
    const township = (
      await system.get<OrganisationTree>('/api/v1/organisations')
    ).body.tree[0]?.children.find((o) => o.kind === 'township');

    expect(await abolish('kysrmzf')).toMatchObject({ status: 409, body: { code: 'root' } });
    expect(await abolish(township?.code ?? '')).toMatchObject({
      status: 409,
      body: { code: 'has-children' },
    });
    expect(await abolish('kys-kiosk-9')).toMatchObject({
      status: 200,
      body: { standing: { state: 'abolished', reason: '机构改革' } },
    });
  });
});
