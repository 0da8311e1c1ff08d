import { nobody, type Audience } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from './http/problem.ts';
import type { Changes } from './publications/changes.desk.ts';
import type { ReachView } from './publications/channels/reach.view.ts';
import { eventually } from './testing/eventually.ts';
import { FakeRegister, screenKinds, screenTarget } from './testing/fake.register.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  lab.broker.announce('led');
  lab.broker.registers.set(
    'led',
    new FakeRegister('led', screenKinds).has(
      screenTarget(),
      screenTarget({ id: 'strip-park', title: '公园条屏', state: { is: 'paused', reason: '检修' } }),
      screenTarget({ id: 'strip-bank', title: '银行条屏', takes: [] }),
      screenTarget({ id: 'strip-hall', title: '政务大厅条屏', area: '532502001000' }),
    ),
  );
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const street = '532502002000';
const some = (more: Partial<typeof nobody>): Audience => ({ scope: 'some', of: { ...nobody, ...more } });
const drafted = (audience: Audience, channels = ['led']) =>
  room.editor.act('', { ...notice, channels, audience });
const findingsOf = async (id: string): Promise<readonly Finding[]> =>
  (await room.editor.get<{ findings: Finding[] }>(`/api/v1/publications/${id}/findings`)).body.findings;
const rulesOf = async (id: string) => (await findingsOf(id)).map((f) => [f.rule, f.severity]);

describe('an audience', () => {
  it('goes out with the release, word for word as it was approved, and so does who speaks', async () => {
    const audience: Audience = { ...some({ areas: [street] }), except: { ...nobody, venues: ['bank'] } };
    const p = await room.release(await drafted(audience));

    await eventually(() => lab.broker.published.map((e) => e.envelope.data)).toMatchObject([
      { audience, owner: 'kysrmzf' },
    ]);
    expect(p.editions[0]?.audience).toEqual(audience);
  });

  it('is everywhere when nobody chooses, also with an exception that names nobody', async () => {
    const plain = await room.editor.act('', notice);
    const same = await drafted({ scope: 'all', except: nobody }, ['website', 'sms', 'led']);

    expect(plain.editions[0]?.audience).toEqual({ scope: 'all' });
    expect(same.editions[0]?.audience).toEqual({ scope: 'all' });
  });

  it('stays through a correction', async () => {
    const audience = some({ areas: [street] });
    const p = await room.release(await drafted(audience));

    const next = await room.editor.act(`/${p.id}/correct`, {
      ...notice,
      source: '关于停水的通知\n改为 11 月 26 日停水。',
      version: p.version,
      reason: '时间有误',
    });

    expect(next.editions.at(-1)?.audience).toEqual(audience);
  });

  it('that a correction changes is seen by the reviewer, term by term', async () => {
    const p = await room.release(await drafted(some({ areas: [street] })));
    const wider = { ...some({ areas: [street], venues: ['bank'] }), except: { ...nobody, groups: ['春运'] } };
    const source = '关于停水的通知\n11 月 26 日停水。';
    const request = { ...notice, source, audience: wider, version: p.version, reason: '受众有误' };
    await room.editor.act(`/${p.id}/correct`, { ...request, channels: ['led', 'website'] });

    const { body } = await room.editor.get<Changes>(`/api/v1/publications/${p.id}/changes`);

    expect(body.reach).toEqual({
      since: 1,
      terms: [
        { kind: 'added', part: 'channels', of: 'channel', code: 'website' },
        { kind: 'added', part: 'meant', of: 'venue', code: 'bank' },
        { kind: 'added', part: 'except', of: 'group', code: '春运' },
      ],
    });
  });

  it('of a first edition has nothing to be compared with', async () => {
    const draft = await drafted(some({ areas: [street] }));
    const { body } = await room.editor.get<Changes>(`/api/v1/publications/${draft.id}/changes`);
    expect(body.reach).toEqual({ since: null, terms: [] });
  });

  it.each([
    ['area', some({ areas: ['532599001000'] }), '532599001000'],
    ['organisation', some({ organisations: ['kys-nobody'] }), 'kys-nobody'],
    ['exception', { scope: 'all', except: { ...nobody, areas: ['532599001000'] } } as Audience, '532599'],
  ])('with an unknown %s is refused in words', async (_what, audience, code) => {
    expect(await room.editor.post('/api/v1/publications', { ...notice, audience })).toMatchObject({
      status: 422,
      body: { code: 'unknown-audience', detail: expect.stringContaining(code) },
    });
  });

  it('of a wrong form is refused field by field', async () => {
    expect(
      await room.editor.post('/api/v1/publications', {
        ...notice,
        audience: some({ venues: ['太空站' as 'bank'] }),
      }),
    ).toMatchObject({ status: 400, body: { fields: [{ field: 'audience.of.venues.0' }] } });
  });
});

describe('whom it reaches', () => {
  it('is shown before there is a draft, channel by channel', async () => {
    const { body } = await room.editor.post<ReachView>('/api/v1/reach', {
      audience: some({ areas: [street] }),
    });

    expect(body.words).toBe('1/3 块屏');
    expect(body.channels.map((c) => [c.channel, c.is, c.words])).toEqual([
      ['led', 'told', '1/3 块屏'],
      ['sms', 'silent', '渠道未应答，不知道能送达哪些终端'],
      ['website', 'silent', '渠道未应答，不知道能送达哪些终端'],
    ]);
    expect(body.channels[0]?.notes).toEqual([
      '所属单位未同意代发：银行条屏（strip-bank）',
      '已暂停或停用：公园条屏（strip-park）',
    ]);
  });

  it('is shown to the reviewer, too', async () => {
    const draft = await drafted(some({ areas: [street] }));
    await room.editor.act(`/${draft.id}/submit`, { version: draft.version });

    const { body } = await room.editor.get<ReachView>(`/api/v1/publications/${draft.id}/reach`);

    expect(body.channels).toMatchObject([
      { channel: 'led', words: '1/3 块屏', reach: { reached: 1, of: 3 } },
    ]);
    expect(await findingsOf(draft.id)).toMatchObject([
      { rule: 'audience-left-out', severity: 'advise', message: expect.stringContaining('银行条屏') },
    ]);
  });

  it('is nobody on one channel: worth a look; on no channel at all: a stop', async () => {
    const village = some({ areas: ['532502102000'] });
    const two = await drafted(village, ['led', 'website']);
    expect(await rulesOf(two.id)).toEqual([
      ['audience-empty', 'advise'],
      ['audience-unanswered', 'advise'],
    ]);

    const one = await drafted(village);
    expect(
      await room.editor.post(`/api/v1/publications/${one.id}/submit`, { version: one.version }),
    ).toMatchObject({
      status: 422,
      body: { code: 'blocked', detail: expect.stringContaining('一个终端也没有') },
    });
  });

  it('is everybody on a channel that is not divided into targets, and nothing is held up there', async () => {
    lab.broker.announce('radio');
    lab.broker.registers.set('radio', new FakeRegister('radio', []));
    const plain = await drafted({ scope: 'all' }, ['radio']);
    expect(await rulesOf(plain.id)).toEqual([]);
    const reach = await room.editor.get<ReachView>(`/api/v1/publications/${plain.id}/reach`);
    expect([reach.body.words, reach.body.channels[0]?.words]).toEqual([
      '所选渠道不分终端',
      '不分终端，发布即向所有人公开',
    ]);

    const chosen = await drafted(some({ areas: [street] }), ['radio']);
    expect(await rulesOf(chosen.id)).toEqual([['audience-undivided', 'advise']]);
    expect((await room.editor.act(`/${chosen.id}/submit`, { version: chosen.version })).state).toBe(
      'submitted',
    );
  });

  it('must be known when it is named', async () => {
    const named = some({ targets: [{ channel: 'led', id: 'strip-moon' }], areas: [street] });
    const draft = await drafted(named);

    expect(await rulesOf(draft.id)).toContainEqual(['audience-unknown-target', 'block']);
  });

  it('must be on a channel of the edition when it is named', async () => {
    const named = some({ targets: [{ channel: 'led', id: 'strip-station' }] });
    const draft = await drafted(named, ['website']);

    expect(await rulesOf(draft.id)).toContainEqual(['audience-other-channel', 'block']);
  });

  it('is not known of a channel that does not answer, and that is the editor’s to go on without', async () => {
    lab.broker.silent.add('led');
    const draft = await drafted(some({ areas: [street] }));

    expect(await rulesOf(draft.id)).toEqual([['audience-unanswered', 'advise']]);
    expect(
      (await room.editor.act(`/${draft.id}/submit`, { version: draft.version, goOn: ['led'] })).state,
    ).toBe('submitted');
  });

  it('is not spoken of where it is everybody and a channel keeps no register', async () => {
    const draft = await room.editor.act('', { ...notice, channels: ['website'] });

    expect(await findingsOf(draft.id)).toEqual([]);
  });
});

describe('the divisions of the county', () => {
  it('are told with what they lie in', async () => {
    const { body } = await room.editor.get<{ items: object[]; venues: object[] }>('/api/v1/areas');

    expect(body.items).toContainEqual({ code: '532502000000', name: '开远市', within: null });
    expect(body.items).toContainEqual({ code: street, name: '灵泉街道', within: '532502000000' });
    expect(body.items).toContainEqual({
      code: '532502002001',
      name: '灵泉街道第1村（社区）',
      within: street,
    });
    expect(body.venues).toContainEqual({ id: 'coach-station', title: '客运站' });
  });
});

describe('where a publication goes when the editor does not choose', () => {
  it.each(['budget', 'tender'])(
    'is what its type says: a %s is not texted to every telephone',
    async (type) => {
      const draft = await room.editor.act('', { ...notice, matter: { type } });

      expect(draft.editions[0]).toMatchObject({ channels: ['website'], audience: { scope: 'all' } });
    },
  );

  it('is also the screens for what a type does not keep from them', async () => {
    const draft = await room.editor.act('', { ...notice, matter: { type: 'clarification' } });

    expect(draft.channels).toEqual(['led', 'website']);
  });

  it('is everywhere for a warning', async () => {
    const warning = await room.editor.act('', { ...notice, lane: 'urgent', matter: { type: 'warning' } });

    expect(warning.channels).toEqual(['led', 'sms', 'website']);
  });

  it('is told with the types', async () => {
    const { body } = await room.editor.get<{ items: object[] }>('/api/v1/publication-types');

    expect(body.items).toContainEqual(
      expect.objectContaining({
        code: 'budget',
        goes: expect.objectContaining({
          channels: expect.arrayContaining([
            { channel: 'sms', proposed: false, reason: '表格供查阅，不向每个手机号发送' },
          ]),
        }),
      }),
    );
  });

  it('is what the editor says when they say so', async () => {
    const chosen = await room.editor.act('', {
      ...notice,
      channels: ['sms'],
      matter: { type: 'budget' },
    });

    expect(chosen.channels).toEqual(['sms']);
  });
});
