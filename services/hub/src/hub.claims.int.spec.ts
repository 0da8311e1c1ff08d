import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimsAnswer } from './publications/publication.claims.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { newcomer } from './testing/new.account.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const claims = '/api/v1/reviews/claims';
const seen = ({ id, version }: PublicationView) => ({ id, version });
async function submitted(source: string): Promise<PublicationView> {
  const draft = await room.editor.act('', { ...notice, source: `关于停水的通知\n${source}` });
  return room.editor.act(`/${draft.id}/submit`, { version: draft.version });
}

describe('many claims in one go', () => {
  it('are judged one by one, each with its answer', async () => {
    const [free, changed, taken] = [
      await submitted('一街停水。'),
      await submitted('二街停水。'),
      await submitted('三街停水。'),
    ];
    await room.reviewer.act(`/${changed.id}/comments`, {
      version: changed.version,
      block: 1,
      words: '何时？',
    });
    const other = await newcomer(lab, 'zhaolei', 'first-reviewer');
    await other.act(`/${taken.id}/claim`, { version: taken.version });
    const now = await room.reviewer.get<PublicationView>(`/api/v1/publications/${taken.id}`);

    const { status, body } = await room.reviewer.post<ClaimsAnswer>(claims, {
      items: [seen(free), seen(changed), seen(now.body), { id: 'K3K3K3K3', version: 1 }],
    });

    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id: free.id, claimed: true },
      { id: changed.id, claimed: false, why: expect.stringContaining('更新') },
      { id: taken.id, claimed: false, why: expect.stringContaining('领取') },
      { claimed: false, why: expect.stringContaining('没有') },
    ]);
    const after = await room.reviewer.get<PublicationView>(`/api/v1/publications/${free.id}`);
    expect(after.body.editions[0]?.claim?.by).toBe('reviewer');
  });

  it('are for reviewers, and of their own number', async () => {
    const one = seen(await submitted('一街停水。'));
    expect(await room.editor.post(claims, { items: [one] })).toMatchObject({ status: 403 });
    expect(await room.reviewer.post(claims, { items: [] })).toMatchObject({ status: 400 });
    // waits for a first review, which is not theirs to give
    expect((await room.secrecy.post<ClaimsAnswer>(claims, { items: [one] })).body.items).toMatchObject([
      { claimed: false },
    ]);
  });
});
