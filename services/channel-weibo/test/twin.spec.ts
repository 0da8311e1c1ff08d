import { samples } from '@towncrier/content/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demonstration } from '../src/demonstration.ts';
import { weiboTown, type WeiboTown } from './weibo.town.ts';

const token = demonstration[0].secrets.accessToken;

/** The twin refuses what the platform refuses, in the platform's words. */
describe('the twin of Weibo', () => {
  let town: WeiboTown;
  beforeAll(async () => {
    town = await weiboTown();
  });
  beforeEach(() => town.twin.clear());
  afterAll(() => town.close());

  const share = async (fields: Record<string, string>): Promise<readonly [number, number | undefined]> => {
    const body = new URLSearchParams({ access_token: token, rip: '203.0.113.7', ...fields });
    const answer = await fetch(`${town.twin.url}/2/statuses/share.json`, { method: 'POST', body });
    return [answer.status, ((await answer.json()) as { error_code?: number }).error_code];
  };
  const link = 'http://127.0.0.1:8737/n/7K3QZP4M.html';

  it('takes a text with a link', async () =>
    expect(await share({ status: `停水通知 ${link}` })).toEqual([200, undefined]));
  it('lets nobody in with a token it did not give', async () => {
    expect(await share({ status: `停水通知 ${link}`, access_token: 'nobody' })).toEqual([403, 21332]);
    const timeline = await fetch(`${town.twin.url}/2/statuses/user_timeline.json?access_token=nobody`);
    expect(await timeline.json()).toMatchObject({ error_code: 21332 });
  });
  it('keeps what each account posted apart: the same text may stand on both', async () => {
    const other = demonstration[1].secrets.accessToken;
    await share({ status: `停水通知 ${link}` });
    expect(await share({ status: `停水通知 ${link}`, access_token: other })).toEqual([200, undefined]);
    const shown = await town.twin.shown();
    expect(shown.map((s) => s.target)).toEqual(['meili-kaiyuan', 'lingquan']);
    expect(new Set(shown.map((s) => s.id)).size).toBe(2);
  });
  it('takes no text without a link', async () =>
    expect(await share({ status: '停水通知' })).toEqual([400, 10017]));
  it('takes no empty text', async () => expect(await share({ status: ' ' })).toEqual([400, 20008]));
  it('takes no text twice', async () => {
    await share({ status: `停水通知 ${link}` });
    expect(await share({ status: `停水通知 ${link}` })).toEqual([400, 20019]);
  });
  it('counts 140, a link for ten and two ASCII characters for one', async () => {
    expect(await share({ status: `${'长'.repeat(129)}ab${link}` })).toEqual([200, undefined]);
    expect(await share({ status: `${'长'.repeat(130)}ab${link}` })).toEqual([400, 20012]);
  });
  it('wants the address of the acting user', async () => {
    const body = new URLSearchParams({ access_token: token, status: `停水 ${link}` });
    const answer = await fetch(`${town.twin.url}/2/statuses/share.json`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ error_code: 10016 });
  });

  it('takes a picture and keeps it packed anew, but no other file, and none of 5 MB', async () => {
    const parts = async (pic: Uint8Array): Promise<{ error_code?: number; original_pic?: string }> => {
      const body = new FormData();
      const fields = { access_token: token, rip: '203.0.113.7', status: `停水 ${link}` };
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('pic', new Blob([pic as Uint8Array<ArrayBuffer>]), 'notice.png');
      const answer = await fetch(`${town.twin.url}/2/statuses/share.json`, { method: 'POST', body });
      return (await answer.json()) as { error_code?: number; original_pic?: string };
    };
    expect(await parts(Buffer.from('no picture'))).toMatchObject({ error_code: 20005 });
    const png = Buffer.from(samples.table.content.media[0]?.data ?? '', 'base64');
    expect(await parts(Buffer.concat([png, Buffer.alloc(5_000_000)]))).toMatchObject({ error_code: 20006 });
    const { original_pic = '' } = await parts(png);
    const kept = await fetch(original_pic);
    expect([kept.status, kept.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const timeline = await fetch(`${town.twin.url}/2/statuses/user_timeline.json?access_token=${token}`);
    expect(await timeline.json()).toMatchObject({ statuses: [{ original_pic }] });
  });

  it.each([
    ['deny', 403, 21327],
    ['busy', 503, 10009],
    ['refuse', 400, 20021],
  ] as const)('told to have the fault %s, answers %i with %i, once', async (kind, status, code) => {
    town.twin.fault({ kind, times: 1 });
    expect(await share({ status: `停水 ${link}` })).toEqual([status, code]);
    expect(await share({ status: `停水 ${link}` })).toEqual([200, undefined]);
  });

  it('gives the newest first, a page at a time, in its own way of telling time', async () => {
    for (const street of ['人民路', '东风路', '建设路']) await share({ status: `${street}停水 ${link}` });
    const page = async (n: number) => {
      const url = `${town.twin.url}/2/statuses/user_timeline.json?access_token=${token}&count=2&page=${n}`;
      return (await (await fetch(url)).json()) as {
        statuses: { text: string; created_at: string }[];
        total_number: number;
      };
    };
    const [one, two] = [await page(1), await page(2)];
    expect(one.statuses.map((s) => s.text.slice(0, 3))).toEqual(['建设路', '东风路']);
    expect(two.statuses.map((s) => s.text.slice(0, 3))).toEqual(['人民路']);
    expect(one.total_number).toBe(3);
    expect(one.statuses[0]?.created_at).toMatch(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d \+0800 \d{4}$/);
  });
});
