import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demonstration } from '../src/demonstration.ts';
import { contextAt, wechatTown, type WechatTown } from './wechat.town.ts';

const [{ facts, secrets }] = demonstration;
const [appid, secret] = [facts.appId, secrets.appSecret];
type Answer = Record<string, unknown>;

/** The twin publishes as the platform does: accepted first, public a moment later, told by callback. */
describe('publishing at the twin of WeChat', () => {
  let town: WechatTown;
  let token: string;
  beforeEach(async () => {
    town = await wechatTown();
    token = String((await call('/cgi-bin/stable_token', { appid, secret })).access_token);
  });
  afterEach(() => town.close());

  const call = async (path: string, body: object): Promise<Answer> => {
    const answer = await fetch(`${town.twin.url}${path}?access_token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Answer;
  };
  const job = (reference: string): Promise<Answer> =>
    call('/cgi-bin/freepublish/get', { publish_id: reference.replace('publish:', '') });
  const out = async (reference: string): Promise<Answer> => {
    for (;;) {
      const state = await job(reference);
      if (state.publish_status !== 1) return state;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('a job is running, then done with an article anybody can open, then undone', async () => {
    const rendition = await town.render();
    const { reference } = await town.published(rendition);
    const done = await out(reference);
    expect(done).toMatchObject({ publish_status: 0, fail_idx: [], article_detail: { count: 1 } });
    const address = `${town.twin.url}/s/${String(done.article_id)}`;
    const read = await fetch(address);
    expect([read.status, (await read.text()).includes(rendition.title)]).toEqual([200, true]);

    await call('/cgi-bin/freepublish/delete', { article_id: done.article_id, index: 0 });
    expect(await job(reference)).toMatchObject({ publish_status: 5 });
    const gone = await fetch(address);
    expect([gone.status, (await gone.text()).includes('已被发布者删除')]).toEqual([404, true]);
  });

  it('a draft leaves its box when it is submitted, and cannot be submitted twice', async () => {
    const { reference, prepared } = await town.published(await town.render());
    await out(reference);
    const of = { media_id: prepared.draft };
    expect(await call('/cgi-bin/draft/get', of)).toMatchObject({ errcode: 40007 });
    expect(await call('/cgi-bin/freepublish/submit', of)).toMatchObject({ errcode: 40007 });
  });

  it('the list gives the newest first, twenty at a time, and counts all', async () => {
    town.twin.fault({ kind: 'crowd', times: 1 });
    const { reference } = await town.published(await town.render());
    await out(reference);
    const page = async (offset: number) =>
      (await call('/cgi-bin/freepublish/batchget', { offset, count: 20, no_content: 0 })) as {
        total_count: number;
        item: { article_id: string; content: { news_item: { title: string }[] } }[];
      };
    const pages = [await page(0), await page(20), await page(40), await page(60)];
    expect(pages.map((p) => p.item.length)).toEqual([20, 20, 11, 0]);
    expect(new Set(pages.map((p) => p.total_count))).toEqual(new Set([51]));
    const titles = pages.flatMap((p) => p.item.flatMap((row) => row.content.news_item.map((i) => i.title)));
    expect(titles.at(-1)).toBe((await town.render()).title);
  });

  it.each([
    ['busy', -1],
    ['refuse', 53503],
  ] as const)('told to have the fault %s, it answers %i and keeps the draft', async (kind, errcode) => {
    const prepared = await town.adapter.prepare(await town.render(), contextAt());
    town.twin.fault({ kind, times: 1 });
    const submitted = await call('/cgi-bin/freepublish/submit', { media_id: prepared.draft });
    expect(submitted).toMatchObject({ errcode });
    expect(await call('/cgi-bin/draft/get', { media_id: prepared.draft })).toHaveProperty('news_item');
    expect(await town.twin.shown()).toEqual([]);
  });
});
