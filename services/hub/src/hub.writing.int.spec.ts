import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from './publications/publication.view.ts';
import { formLimit, keptMs, workingCopies } from './publications/writing/working.copy.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let editor: HubClient;
let duty: HubClient;
let draft: PublicationView;
beforeEach(async () => {
  lab = await HubLab.open();
  [editor, duty] = [await lab.signedIn('editor'), await lab.signedIn('duty')];
  draft = await editor.act('', notice);
});
afterEach(() => lab.close());

const base = '/api/v1/publications';
const at = (end: string): string => `${base}/${draft.id}/${end}`;
const form = JSON.stringify({ title: '关于停水的通知（未写完）' });
const copy = (more: object = {}) => ({
  purpose: 'edit',
  from: { version: draft.version, contentHash: draft.editions[0]?.contentHash },
  form,
  ...more,
});
const own = async (who: HubClient): Promise<unknown> =>
  (await who.get<{ copy: unknown }>(at('working-copy'))).body.copy;
const edited = (title: string, more: object = {}) => ({ version: draft.version, ...notice, title, ...more });

describe('what is written and not saved', () => {
  it('is kept for its writer, over a restart, and nobody else sees it', async () => {
    expect(await editor.put(at('working-copy'), copy())).toMatchObject({
      status: 200,
      body: { holder: null },
    });
    lab = await lab.restarted();

    const again = await lab.signedIn('editor');
    expect(await own(again)).toMatchObject(copy());
    expect(await own(await lab.signedIn('duty'))).toBeNull();
    const read = await again.get<PublicationView>(`${base}/${draft.id}`);
    expect(read.body).toMatchObject({ version: draft.version, title: notice.title });
    expect(read.body.history).toHaveLength(1);
  });

  it('is the newest only, and gone once it is saved', async () => {
    await editor.put(at('working-copy'), copy());
    await editor.put(at('working-copy'), copy({ form: '{"title":"再写"}' }));
    await duty.put(at('working-copy'), copy());
    expect(await own(editor)).toMatchObject({ form: '{"title":"再写"}' });

    expect(await editor.put(at('draft'), edited('再写'))).toMatchObject({ status: 200 });

    expect(await own(editor)).toBeNull();
    expect(await own(duty)).toMatchObject({ form });
  });

  it('stays when the text is refused, whatever the version it started from', async () => {
    await editor.put(at('draft'), edited('他人先改'));
    expect(await editor.put(at('working-copy'), copy())).toMatchObject({ status: 200 });
    expect(await editor.put(at('draft'), edited('我的'))).toMatchObject({ status: 409 });

    expect(await own(editor)).toMatchObject(copy());
  });

  it('can be thrown away', async () => {
    await editor.put(at('working-copy'), copy());
    expect(await editor.send('DELETE', at('working-copy'))).toMatchObject({ status: 204 });
    expect(await own(editor)).toBeNull();
  });

  it('is kept for two weeks', async () => {
    await editor.put(at('working-copy'), copy());
    lab.pass(keptMs - 60_000);
    editor = await lab.signedIn('editor');
    expect(await own(editor)).toMatchObject(copy());

    lab.pass(120_000);
    expect(await own(editor)).toBeNull();
    const other = await editor.act('', { ...notice, title: '另一份' });
    await editor.put(`${base}/${other.id}/working-copy`, copy());
    expect(await (await lab.store.collection(workingCopies)).count({ savedAt: { gt: '' } })).toBe(1);
  });

  it('is taken from those only who may write it, and only up to a size', async () => {
    const reviewer = await lab.signedIn('reviewer');
    expect(await reviewer.put(at('working-copy'), copy())).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    const long = copy({ form: JSON.stringify('字'.repeat(formLimit)) });
    expect((await editor.put(at('working-copy'), long)).status).toBeGreaterThanOrEqual(400);
    expect(await editor.put(`${base}/22222222/working-copy`, copy())).toMatchObject({ status: 404 });
    expect(await own(editor)).toBeNull();
  });

  it('of a correction is over when the correction is drafted', async () => {
    const released = await (await Newsroom.of(lab)).published();
    draft = await editor.get<PublicationView>(`${base}/${released.id}`).then(({ body }) => body);
    expect(await editor.put(at('working-copy'), copy({ purpose: 'correct' }))).toMatchObject({ status: 200 });

    await editor.act(`/${draft.id}/correct`, edited('更正', { reason: '时间有误' }));

    expect(await own(editor)).toBeNull();
  });
});

describe('two tabs of one person', () => {
  const [first, second] = ['tab-one', 'tab-two'];

  it('are told of each other, and the one that was left behind learns of it before it saves', async () => {
    await editor.put(at('lock'), { tab: first });
    expect(await editor.put(at('lock'), { tab: second })).toMatchObject({
      status: 409,
      body: { code: 'locked', detail: expect.stringContaining('另一个标签页') },
    });
    expect(await editor.put(at('lock'), { tab: second, takeOver: true })).toMatchObject({ status: 200 });

    const words = { status: 409, body: { code: 'locked', detail: expect.stringContaining('另一个标签页') } };
    expect(await editor.put(at('working-copy'), copy({ tab: first }))).toMatchObject(words);
    expect(await editor.put(at('lock'), { tab: first })).toMatchObject(words);
    expect(await editor.put(at('draft'), edited('旧页', { tab: first }))).toMatchObject(words);
    expect(await editor.put(at('draft'), edited('新页', { tab: second }))).toMatchObject({ status: 200 });
  });

  it('do not let go of what the other holds', async () => {
    await editor.put(at('lock'), { tab: first });
    expect(await editor.send('DELETE', at(`lock?tab=${second}`))).toMatchObject({ status: 204 });
    expect(await editor.put(at('lock'), { tab: second })).toMatchObject({ status: 409 });

    await editor.send('DELETE', at(`lock?tab=${first}`));
    expect(await editor.put(at('lock'), { tab: second })).toMatchObject({ status: 200 });
  });

  it('keep what was written though another person has taken over, and say who', async () => {
    await editor.put(at('lock'), { tab: first });
    await duty.put(at('lock'), { tab: second, takeOver: true });

    expect(await editor.put(at('working-copy'), copy({ tab: first }))).toMatchObject({
      status: 200,
      body: { holder: { by: 'duty' } },
    });
  });
});
