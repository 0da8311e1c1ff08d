import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../src/demonstration.ts';
import { wechatTown, type WechatTown } from './wechat.town.ts';

const [{ facts, secrets }] = demonstration;
const [appid, secret] = [facts.appId, secrets.appSecret];

/** The twin refuses what the platform refuses, with its codes, and HTTP 200 all the same. */
describe('the twin of WeChat', () => {
  let town: WechatTown;
  let token: string;
  let cover: string;
  beforeAll(async () => {
    town = await wechatTown();
    token = String((await call('/cgi-bin/stable_token', { appid, secret })).access_token);
    const form = new FormData();
    form.set('media', new Blob(['picture']), 'cover.jpg');
    const url = `${town.twin.url}/cgi-bin/material/add_material?type=image&access_token=${token}`;
    const kept = (await (await fetch(url, { method: 'POST', body: form })).json()) as { media_id: string };
    cover = kept.media_id;
  });
  afterAll(() => town.close());

  const call = async (path: string, body: object, as = token): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${town.twin.url}${path}?access_token=${as}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Record<string, unknown>;
  };
  const draft = (over: object): Promise<Record<string, unknown>> =>
    call('/cgi-bin/draft/add', {
      articles: [{ title: '停水通知', content: '<p>停水</p>', thumb_media_id: cover, ...over }],
    });

  it.each([
    [{ appid: 'wx000', secret }, 40013],
    [{ appid, secret: 'wrong' }, 40001],
  ])('gives no token for %j', async (body, errcode) => {
    expect(await call('/cgi-bin/stable_token', body)).toMatchObject({ errcode });
  });

  it('answers nothing without its current token', async () => {
    expect(await call('/cgi-bin/draft/add', { articles: [] }, 'stale')).toMatchObject({ errcode: 40001 });
  });

  it.each([
    ['a title of 33', { title: '长'.repeat(33) }, 45003],
    ['an author of 17', { author: '长'.repeat(17) }, 45110],
    ['a digest of 129', { digest: '长'.repeat(129) }, 45004],
    ['20,000 characters with their markup', { content: `<p>${'长'.repeat(19_993)}</p>` }, 45002],
    ['no text at all', { content: '' }, 44003],
    ['a link to elsewhere', { content: '<a href="https://example.test">这里</a>' }, 45166],
    ['a script', { content: '<script>alert(1)</script>' }, 45166],
    ['a cover it does not have', { thumb_media_id: 'cover-nobody' }, 40007],
  ])('takes no draft with %s', async (_what, over, errcode) => {
    const refused = await draft(over);
    expect(refused).toMatchObject({ errcode });
    expect(refused.errmsg).toContain('rid: ');
  });

  it('takes a draft at its limits, and answers without an errcode', async () => {
    const made = await draft({
      title: '长'.repeat(32),
      author: '长'.repeat(16),
      digest: '长'.repeat(128),
      content: `<p>${'长'.repeat(19_992)}</p>`,
    });
    expect(Object.keys(made)).toEqual(['media_id']);
  });

  it('knows no job, article or draft that never was', async () => {
    expect(await call('/cgi-bin/freepublish/get', { publish_id: '1' })).toMatchObject({ errcode: 53502 });
    expect(await call('/cgi-bin/freepublish/getarticle', { article_id: 'x' })).toMatchObject({
      errcode: 53600,
    });
    expect(await call('/cgi-bin/freepublish/submit', { media_id: 'x' })).toMatchObject({ errcode: 40007 });
  });
});
