import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from './http/problem.ts';
import type { ChannelList } from './publications/channels/channel.view.ts';
import type { Preview } from './publications/draft.desk.ts';
import { eventually } from './testing/eventually.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
beforeEach(async () => {
  lab = await HubLab.open();
});
afterEach(() => lab.close());

const channels = async (who: HubClient) => (await who.get<ChannelList>('/api/v1/channels')).body.channels;
const one = async (who: HubClient, id: string) => {
  const found = (await channels(who)).find((c) => c.id === id);
  if (found === undefined) throw new Error(`no channel ${id}`);
  return found;
};
const findingsOf = async (who: HubClient, id: string): Promise<readonly Finding[]> =>
  (await who.get<{ findings: Finding[] }>(`/api/v1/publications/${id}/findings`)).body.findings;
const remove = (who: HubClient, id: string, version: number) =>
  who.post(`/api/v1/channels/${id}/remove`, { version, reason: '不再使用' });

/** The hub saw `sms`; then both of them were killed, and only the hub is back. */
async function afterAKill(): Promise<void> {
  await channels(await lab.signedIn('editor'));
  lab.broker.fallAway('sms');
  lab = await lab.restarted();
}

describe('a channel that is away while a draft is made', () => {
  it('is addressed all the same, also by a hub that was started anew', async () => {
    await afterAKill();
    const room = await Newsroom.of(lab);

    const done = await room.release(await room.editor.act('', notice), ['sms']);

    expect(done.channels).toEqual(['sms', 'website']);
    await eventually(() => lab.broker.published.map((p) => p.envelope.data)).toMatchObject([
      { channels: [{ id: 'sms' }, { id: 'website' }] },
    ]);
  });

  it('was seen though nobody asked for channels before the kill', async () => {
    lab.broker.announce('board');
    lab = await lab.restarted();
    lab.broker.fallAway('board');
    lab = await lab.restarted();

    const draft = await (await lab.signedIn('editor')).act('', notice);

    expect(draft.channels).toEqual(['board', 'sms', 'website']);
  });

  it('is told to the editor in the preview, and to the reviewer in the findings and the history', async () => {
    await afterAKill();
    const room = await Newsroom.of(lab);

    const { body } = await room.editor.post<Preview>('/api/v1/previews', notice);
    expect(body.renditions.find((r) => r.channel === 'sms')?.problems).toMatchObject([
      { field: 'channel', message: '渠道未在线，未能预览' },
    ]);

    const draft = await room.editor.act('', notice);
    const submitted = await room.editor.act(`/${draft.id}/submit`, {
      version: draft.version,
      goOn: ['sms'],
    });
    expect(submitted.editions[0]).toMatchObject({ unchecked: ['sms'] });
    expect(submitted.history.at(-1)?.words).toContain('未能检查：sms');

    lab.broker.announce('sms');
    const seen = await findingsOf(room.reviewer, draft.id);
    expect(seen).toMatchObject([
      {
        rule: 'channel-unchecked',
        severity: 'advise',
        field: 'channels',
        message: expect.stringContaining('sms'),
      },
    ]);
  });

  it('is told as away while it is, with when it was last seen', async () => {
    await afterAKill();
    const editor = await lab.signedIn('editor');
    const draft = await editor.act('', notice);

    expect(await one(editor, 'sms')).toMatchObject({
      online: false,
      ready: false,
      lastSeen: '2026-11-23T01:00:00.000Z',
    });
    expect(await one(editor, 'website')).toMatchObject({ online: true, ready: true });
    expect(await findingsOf(editor, draft.id)).toMatchObject([
      {
        rule: 'channel-away',
        severity: 'advise',
        message: expect.stringMatching(/“sms”自 2026-11-23 09:00 起未在线/),
      },
    ]);
  });
});

describe('a channel is removed', () => {
  it('by an operator alone, with a reason that the trail keeps', async () => {
    await afterAKill();
    const [editor, operator] = [await lab.signedIn('editor'), await lab.signedIn('operator')];
    const { version, steps } = await one(operator, 'sms');
    expect(steps).toMatchObject([{ act: 'remove', allowed: true }]);
    expect((await one(editor, 'sms')).steps).toEqual([]);
    expect(await remove(editor, 'sms', version)).toMatchObject({ status: 403, body: { code: 'forbidden' } });

    expect(await remove(operator, 'sms', version)).toMatchObject({ status: 200 });

    expect((await channels(editor)).map((c) => c.id)).toEqual(['website']);
    expect((await editor.act('', notice)).channels).toEqual(['website']);
    const auditor = await lab.signedIn('auditor');
    await eventually(async () => (await auditor.get('/api/v1/audit?about=channel/sms')).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          fact: expect.objectContaining({ act: 'channel.remove', who: 'operator', reason: '不再使用' }),
        }),
      ]),
    });
  });

  it('not while it is there', async () => {
    const operator = await lab.signedIn('operator');
    const { version } = await one(operator, 'sms');

    expect(await remove(operator, 'sms', version)).toMatchObject({
      status: 409,
      body: { code: 'online', detail: expect.stringContaining('停止') },
    });
  });

  it('until it announces itself again', async () => {
    await afterAKill();
    const operator = await lab.signedIn('operator');
    await remove(operator, 'sms', (await one(operator, 'sms')).version);
    expect((await channels(operator)).map((c) => c.id)).toEqual(['website']);

    lab.broker.announce('sms');

    expect((await channels(operator)).map((c) => c.id)).toEqual(['sms', 'website']);
  });

  it('and stops a draft that still names it, but not the correction of what it has shown', async () => {
    const room = await Newsroom.of(lab);
    const out = await room.published();
    const draft = await room.editor.act('', notice);
    await afterAKill();
    const [editor, operator] = [await lab.signedIn('editor'), await lab.signedIn('operator')];
    await remove(operator, 'sms', (await one(operator, 'sms')).version);

    expect(
      await editor.post(`/api/v1/publications/${draft.id}/submit`, { version: draft.version }),
    ).toMatchObject({ status: 422, body: { code: 'blocked', findings: [{ rule: 'channel-removed' }] } });

    const correction = await editor.act(`/${out.id}/correct`, {
      ...notice,
      version: out.version,
      reason: '时间有误',
      source: '关于停水的通知\n改为 11 月 26 日停水。',
      channels: ['website', 'sms'],
    });
    expect(correction.editions.at(-1)?.channels).toEqual(['sms', 'website']);
    expect(
      (await editor.act(`/${out.id}/submit`, { version: correction.version, goOn: ['sms'] })).editions.at(-1),
    ).toMatchObject({ state: 'submitted', unchecked: ['sms'] });
  });
});

describe('a title that is too long for a channel', () => {
  const long = '开远市水务局关于灵泉东路至乐白道街道段供水管网改造期间分时段停水的通知';

  it('is shortened by rule, and the editor sees by which words', async () => {
    lab.broker.announceWithRoom('led', 24);
    const editor = await lab.signedIn('editor');
    const { body } = await editor.post<Preview>('/api/v1/previews', { ...notice, title: long });
    expect(body.shortTitles).toEqual([
      {
        channel: 'led',
        title: 'led',
        max: 24,
        text: '灵泉东路至乐白道街道段供水管网改造期间分时段停水',
        cut: false,
      },
    ]);
    expect(body.findings).toEqual([]);
  });

  it('is cut where no wording is short enough: told, and no obstacle', async () => {
    lab.broker.announceWithRoom('led', 12);
    const { editor } = await Newsroom.of(lab);
    const draft = await editor.act('', { ...notice, title: long });
    expect(await findingsOf(editor, draft.id)).toMatchObject([
      { rule: 'title-cut', severity: 'advise', field: 'title', message: expect.stringContaining('…”') },
    ]);
    const submitted = await editor.act(`/${draft.id}/submit`, { version: draft.version });
    expect(submitted.state).toBe('submitted');
  });

  it('is the editor’s to choose', async () => {
    lab.broker.announceWithRoom('led', 12);
    const { editor } = await Newsroom.of(lab);
    const { body } = await editor.post<Preview>('/api/v1/previews', {
      ...notice,
      title: long,
      shortTitle: '灵泉东路分时段停水',
    });
    expect(body.shortTitles).toMatchObject([{ channel: 'led', text: '灵泉东路分时段停水', cut: false }]);
    expect(body.findings).toEqual([]);
  });
});
