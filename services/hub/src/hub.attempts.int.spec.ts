import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from './publications/publication.view.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
let editor: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  editor = await lab.signedIn('editor');
});
afterEach(() => lab.close());

const path = '/api/v1/publications';
const key = 'b1k9x2m4q7w8e3r5';
const make = (who: HubClient, body: object = notice, named: string = key) =>
  who.send<PublicationView>('POST', path, body, { 'idempotency-key': named });
const kept = async (): Promise<number> =>
  (await editor.get<{ items: readonly object[] }>(path)).body.items.length;

describe('a draft whose first answer was lost', () => {
  it('is the same draft when it is handed in again, even at the same moment', async () => {
    const [first, second] = await Promise.all([make(editor), make(editor)]);
    const third = await make(editor);

    expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set([first, second, third].map(({ body }) => body.id)).size).toBe(1);
    expect(await kept()).toBe(1);
  });

  it('is still known after somebody has edited it', async () => {
    const { body } = await make(editor);
    await editor.put(`${path}/${body.id}/draft`, {
      version: body.version,
      ...notice,
      title: '关于停电的通知',
    });

    expect((await make(editor)).body).toMatchObject({ id: body.id, title: '关于停电的通知' });
    expect(await kept()).toBe(1);
  });

  it('that was changed meanwhile is refused with where the first one is, and not lost', async () => {
    const { body } = await make(editor);
    const again = await make(editor, { ...notice, title: '关于停电的通知' });

    expect(again).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect(JSON.stringify(again.body)).toContain(body.id);
    expect(await kept()).toBe(1);
  });

  it('is another draft of another person, and under another key', async () => {
    const { body } = await make(editor);
    const other = await make(editor, notice, `${key}0`);
    const duty = await make(await lab.signedIn('duty'));

    expect(new Set([body.id, other.body.id, duty.body.id]).size).toBe(3);
  });

  it('is refused with a key that is none', async () => {
    expect(await make(editor, notice, 'short')).toMatchObject({ status: 400, body: { code: 'bad-field' } });
    expect(await kept()).toBe(0);
  });
});
