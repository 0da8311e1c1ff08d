import type { EditionReleased } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding, ProblemDetails } from './http/problem.ts';
import type { Changes } from './publications/changes.desk.ts';
import type { Preview } from './publications/draft.desk.ts';
import type { Checked } from './publications/preflight.desk.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { eventually } from './testing/eventually.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  lab.broker.announceWithOwnWords('sms', '短信正文');
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const at = (hour: number) => ({ ...notice, source: `停水时间：2026年11月25日${hour}时\n\n请储水。` });
const own = (words: string, against?: string) => ({
  ownWords: [{ channel: 'sms', part: 'text', words, ...(against === undefined ? {} : { against }) }],
});
const findingsOf = async (who: HubClient, { id }: PublicationView): Promise<readonly Finding[]> =>
  (await who.get<{ findings: readonly Finding[] }>(`/api/v1/publications/${id}/findings`)).body.findings;
const rulesOf = (findings: readonly Finding[]) =>
  findings.filter(({ field }) => field === 'ownWords.sms.text').map((f) => [f.severity, f.rule]);
const check = async (body: object) =>
  rulesOf((await room.editor.post<Checked>('/api/v1/proofreadings', body)).body.findings);

describe('words written for one channel alone', () => {
  it('are part of the content: approved, asked of the channels and carried by the event', async () => {
    const plain = await room.editor.act('', at(8));
    const draft = await room.editor.act('', { ...at(8), ...own('25日8时停水') });
    expect(draft.editions[0]?.contentHash).not.toBe(plain.editions[0]?.contentHash);
    const [kept] = draft.editions[0]?.content.ownWords ?? [];
    expect(kept).toMatchObject({ channel: 'sms', part: 'text', words: '25日8时停水' });

    await room.release(draft);
    expect(lab.broker.asked.at(-1)?.content.ownWords).toEqual([kept]);
    await eventually(() => lab.broker.published.length).toBeGreaterThan(0);
    const told = lab.broker.published.map(({ envelope }) => envelope.data as EditionReleased).at(-1);
    expect(told?.edition.content.ownWords).toEqual([kept]);
    expect(told?.edition.contentHash).not.toBe(plain.editions[0]?.contentHash);
  });

  it('are a finding for editor and reviewer once the main text has changed, until somebody compared them', async () => {
    const draft = await room.editor.act('', { ...at(8), ...own('25日停水') });
    const [{ against = '' } = {}] = draft.editions[0]?.content.ownWords ?? [];
    expect(rulesOf(await findingsOf(room.editor, draft))).toEqual([]);

    const edited = { ...at(9), ...own('25日停水', against) };
    expect(await check(edited)).toEqual([['advise', 'own-words-stale']]);
    const { body: changed } = await room.editor.put<PublicationView>(
      `/api/v1/publications/${draft.id}/draft`,
      { version: draft.version, ...edited },
    );
    const submitted = await room.editor.act(`/${draft.id}/submit`, { version: changed.version });
    expect(rulesOf(await findingsOf(room.reviewer, submitted))).toEqual([['advise', 'own-words-stale']]);

    const { body } = await room.editor.post<Preview>('/api/v1/previews', edited);
    expect(body.mainText).not.toBe(against);
    expect(await check({ ...at(9), ...own('25日停水', body.mainText) })).toEqual([]);
  });

  it('do not carry the number that a correction changes', async () => {
    const released = await room.published({ ...at(8), ...own('25日8时停水') });
    const ownWords = released.editions[0]?.content.ownWords;
    const corrected = await room.editor.act(`/${released.id}/correct`, {
      version: released.version,
      reason: '时间有误',
      ...at(9),
      ownWords,
    });
    const { status, body } = await room.editor.post<ProblemDetails>(
      `/api/v1/publications/${released.id}/submit`,
      { version: corrected.version },
    );
    expect([status, body.code]).toEqual([422, 'blocked']);
    expect(rulesOf(body.findings ?? [])).toEqual([['block', 'own-words-differ']]);
    expect(JSON.stringify(body.findings)).toContain('“8时”');
  });

  it('are proofread as the main text is, and stop it while they are empty', async () => {
    expect(await check({ ...at(8), ...own('市人民攻府通知25日停水') })).toEqual([['block', 'wrong-word']]);
    const [rule] = await check({ ...at(8), ...own('联系人张三，身份证号532502199001011234') });
    expect(rule?.[0]).toBe('block');
    expect(await check({ ...at(8), ...own(' ') })).toEqual([['block', 'own-words-empty']]);
    expect(await check({ ...at(8), ...own(' '), channels: ['website'] })).toEqual([]);
  });

  it('stop nothing once their channel is not meant: there is no field to mend them in', async () => {
    const left = { ...at(8), ...own('市人民攻府通知25日停水'), channels: ['website'] };
    expect(await check(left)).toEqual([]);
    const draft = await room.editor.act('', left);
    expect(rulesOf(await findingsOf(room.editor, draft))).toEqual([]);
  });

  it('are told to the reviewer as what changed since the last approval', async () => {
    const released = await room.published({ ...at(8), ...own('25日8时停水') });
    const corrected = await room.editor.act(`/${released.id}/correct`, {
      version: released.version,
      reason: '措辞',
      ...at(8),
      ...own('25日8时起停水'),
    });
    const { body } = await room.editor.get<Changes>(`/api/v1/publications/${corrected.id}/changes`);
    expect(body.blocks).toEqual([]);
    expect(body.ownWords).toMatchObject([{ channel: 'sms', part: 'text' }]);
    expect(body.ownWords[0]?.words).toContainEqual({ kind: 'added', text: '起' });
  });
});
