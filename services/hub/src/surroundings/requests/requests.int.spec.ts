import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import type { Letter } from './request.letter.ts';
import type { RequestView } from './requests.view.ts';

let lab: HubLab;
let office: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  office = await lab.signedIn('disclosure');
});
afterEach(() => lab.close());

const wish = {
  applicant: { kind: 'person', name: '张三', idNumber: '532502199001010000', contact: '13800000000' },
  wanted: { description: '灵泉东路征地补偿安置方案', form: 'email' },
};
const filed = async (): Promise<{ id: string; code: string }> =>
  (await lab.visitor().post<{ id: string; code: string }>('/api/public/v1/disclosure-requests', wish)).body;
const step = (id: string, body: object) =>
  office.post<RequestView>(`/api/v1/disclosure-requests/${id}/steps`, body);

describe('a disclosure request', () => {
  it('is filed by anybody, counted in working days of the real calendar, and answered', async () => {
    const { id, code } = await filed();
    expect(
      (await step(id, { version: 1, type: 'confirmReceipt', receivedOn: '2026-11-23' })).body,
    ).toMatchObject({ state: 'handling', dueOn: '2026-12-21' });
    expect(
      (await step(id, { version: 2, type: 'extend', days: 5, reason: '材料较多', approvedBy: '办公室主任' }))
        .body,
    ).toMatchObject({ dueOn: '2026-12-28' });
    await step(id, { version: 3, type: 'answer', kind: 'provided', words: '方案见附件' });

    expect(
      (await lab.visitor().get(`/api/public/v1/disclosure-requests/${id}?code=${code}`)).body,
    ).toMatchObject({ state: 'answered', answer: { kind: 'provided', words: '方案见附件' } });
  });

  it('has the letter of its answer, by the body’s name and the article, for who may read it', async () => {
    const { id } = await filed();
    await step(id, { version: 1, type: 'confirmReceipt', receivedOn: '2026-11-23' });
    const path = `/api/v1/disclosure-requests/${id}/letter`;
    expect((await office.get<Letter>(`${path}?kind=refused`)).body).toMatchObject({ isDraft: true });
    await step(id, { version: 2, type: 'answer', kind: 'provided', words: '方案见附件' });

    const { body } = await office.get<Letter>(path);
    expect(body).toMatchObject({ kind: 'provided', to: '张三', isDraft: false, on: '2026-11-23' });
    expect(body.issuer).toContain('开远市');
    expect(await office.get(`${path}?kind=refused`)).toMatchObject({
      status: 409,
      body: { code: 'no-letter', detail: expect.stringContaining('请先办理相应的步骤') },
    });
    expect((await (await lab.signedIn('editor')).get(path)).status).toBe(403);
  });

  it('shows its applicant to the office only', async () => {
    const { id } = await filed();
    expect((await office.get<RequestView>(`/api/v1/disclosure-requests/${id}`)).body.applicant.name).toBe(
      '张三',
    );
    expect(await (await lab.signedIn('editor')).get(`/api/v1/disclosure-requests/${id}`)).toMatchObject({
      status: 403,
    });
    expect(await lab.visitor().get(`/api/public/v1/disclosure-requests/${id}?code=wrong`)).toMatchObject({
      status: 404,
    });
  });

  it('refuses a step that the law does not allow, names the article and changes nothing', async () => {
    const { id } = await filed();
    await step(id, { version: 1, type: 'confirmReceipt', receivedOn: '2026-11-23' });
    expect(
      await step(id, { version: 2, type: 'extend', days: 21, reason: 'x', approvedBy: '办公室主任' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'too-long', detail: expect.stringContaining('第三十三条') },
    });
    expect((await office.get<RequestView>(`/api/v1/disclosure-requests/${id}`)).body).toMatchObject({
      version: 2,
      extension: null,
    });
  });

  it('needs who asks and how to reach them', async () => {
    expect(
      await lab.visitor().post('/api/public/v1/disclosure-requests', {
        ...wish,
        applicant: { ...wish.applicant, contact: '' },
      }),
    ).toMatchObject({ status: 400, body: { code: 'bad-field' } });
  });
});
