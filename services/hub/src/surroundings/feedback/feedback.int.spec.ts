import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { FeedbackView } from './feedback.requests.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const said = (publication: string, more: object = {}) => ({
  publication,
  kind: 'error',
  words: '停水时间写错了',
  ...more,
});
const give = (body: object) =>
  lab.visitor().post<{ id: string; code: string }>('/api/public/v1/feedback', body);

describe('feedback', () => {
  it('is taken from anybody, has a date to be answered by, and is answered to whoever has the code', async () => {
    const p = await room.published();
    const { status, body } = await give(said(p.id));
    expect(status).toBe(201);
    const {
      items: [received],
    } = (await room.editor.get<{ items: FeedbackView[] }>('/api/v1/feedback?state=received')).body;
    expect(received).toMatchObject({ id: body.id, publication: p.id, edition: 1, dueOn: '2026-11-26' });

    await room.editor.post(`/api/v1/feedback/${body.id}/steps`, { version: 1, type: 'accept' });
    await room.editor.post(`/api/v1/feedback/${body.id}/steps`, {
      version: 2,
      type: 'answer',
      words: '已更正',
    });

    expect(
      (await lab.visitor().get(`/api/public/v1/feedback/${body.id}?code=${body.code}`)).body,
    ).toMatchObject({ state: 'answered', answer: '已更正' });
    expect(await lab.visitor().get(`/api/public/v1/feedback/${body.id}?code=wrong`)).toMatchObject({
      status: 404,
    });
  });

  it('about what was never public is not taken', async () => {
    const draft = await room.editor.act('', {
      format: 'text',
      source: '停水通知\n十一月二十五日停水。',
      title: '停水通知',
    });
    expect(await give(said(draft.id))).toMatchObject({ status: 404 });
  });

  it('is not answered twice, nor by somebody who may only look', async () => {
    const { body } = await give(said((await room.published()).id));
    const supervisor = await lab.signedIn('supervisor');
    expect(
      await supervisor.post(`/api/v1/feedback/${body.id}/steps`, { version: 1, type: 'answer', words: 'x' }),
    ).toMatchObject({ status: 403 });
    await room.editor.post(`/api/v1/feedback/${body.id}/steps`, {
      version: 1,
      type: 'answer',
      words: '已更正',
    });
    expect(
      await room.editor.post(`/api/v1/feedback/${body.id}/steps`, {
        version: 2,
        type: 'answer',
        words: '再答',
      }),
    ).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('comes five times from one address, then has to wait', async () => {
    const p = await room.published();
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await give(said(p.id)));
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201, 201, 429]);
    expect(answers[5]?.body).toMatchObject({ code: 'too-many-requests', status: 429 });
  });
});
