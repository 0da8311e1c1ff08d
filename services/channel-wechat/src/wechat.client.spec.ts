import { FarEndBusy, OperatorNeeded, OutcomeUnknown } from '@towncrier/channel-kit';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WechatClient } from './wechat.client.ts';
import type { WechatToken } from './wechat.token.ts';

/** What the platform was asked, and what it says next: JSON, or a page of whatever stands in front of it. */
interface Platform {
  readonly asked: { readonly path: string; readonly body: unknown }[];
  says(...answers: readonly (object | string)[]): void;
}
const token = { get: () => Promise.resolve('T') } as Pick<WechatToken, 'get'> as WechatToken;
const signal = AbortSignal.timeout(20_000);

describe('the wire of the official account platform', () => {
  let http: FastifyInstance;
  let client: WechatClient;
  let platform: Platform;
  beforeEach(async () => {
    const waiting: (object | string)[] = [];
    platform = { asked: [], says: (...answers) => void waiting.push(...answers) };
    http = Fastify({ forceCloseConnections: true });
    http.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_r, body, done) =>
      done(null, body),
    );
    http.post('/*', async (request, reply) => {
      platform.asked.push({ path: request.url, body: request.body });
      const next = waiting.shift() ?? '<html>502</html>';
      return typeof next === 'string' ? reply.code(502).type('text/html').send(next) : next;
    });
    const base = await http.listen({ host: '127.0.0.1', port: 0 });
    client = new WechatClient(base, token, () => new Date('2026-11-23T08:00:00.000Z'));
  });
  afterEach(() => http.close());

  const article = {
    title: '停水通知',
    author: '市水务局',
    digest: '明日停水',
    content: '<p>明日停水</p>',
    content_source_url: 'https://www.example.gov.cn/n/7K3QZP4M.html',
    thumb_media_id: 'M1',
  };
  const item = { title: '停水通知', content: '<p>明日停水</p>', url: 'http://mp.weixin.qq.com/s/1' };

  it('makes a draft of one article, with comments off', async () => {
    platform.says({ media_id: 'D1' });
    expect(await client.addDraft(article, signal)).toBe('D1');
    expect(platform.asked).toEqual([
      {
        path: '/cgi-bin/draft/add?access_token=T',
        body: {
          articles: [{ article_type: 'news', ...article, need_open_comment: 0, only_fans_can_comment: 0 }],
        },
      },
    ]);
  });

  it('sends pictures as forms, and puts the token behind a question that is there already', async () => {
    platform.says({ url: 'http://mmbiz.qpic.cn/1' }, { media_id: 'M1', url: 'http://mmbiz.qpic.cn/2' });
    const bytes = new Uint8Array([255, 216, 255]);
    expect(await client.uploadImage(bytes, 'a.jpg', signal)).toBe('http://mmbiz.qpic.cn/1');
    expect(await client.addImage(bytes, 'cover.jpg', signal)).toBe('M1');
    expect(platform.asked.map((a) => a.path)).toEqual([
      '/cgi-bin/media/uploadimg?access_token=T',
      '/cgi-bin/material/add_material?type=image&access_token=T',
    ]);
    expect(String(platform.asked[1]?.body)).toContain('name="media"; filename="cover.jpg"');
  });

  it('takes ids as numbers and as strings', async () => {
    platform.says(
      { errcode: 0, errmsg: 'ok', publish_id: 2247503051 },
      { publish_id: '2', publish_status: 1 },
    );
    expect(await client.submit('D1', signal)).toBe('2247503051');
    expect(await client.job('2', signal)).toMatchObject({ publish_id: '2', publish_status: 1 });
  });

  it('knows whether a draft is still in its box', async () => {
    platform.says({ news_item: [] }, { errcode: 40007, errmsg: 'invalid media_id' });
    expect([await client.hasDraft('D1', signal), await client.hasDraft('D1', signal)]).toEqual([true, false]);
  });

  it('does not take a draft that is gone for a refusal: an earlier submit may have arrived', async () => {
    platform.says({ errcode: 40007, errmsg: 'invalid media_id' });
    await expect(client.submit('D1', signal)).rejects.toBeInstanceOf(OutcomeUnknown);
  });

  it.each([
    ['deleted', { news_item: [{ ...item, is_deleted: true }] }],
    ['never there', { errcode: 53600, errmsg: 'invalid article_id' }],
    ['empty', { news_item: [] }],
  ])('has no article where it is %s', async (_why, answer) => {
    platform.says(answer);
    expect(await client.article('A1', signal)).toBeNull();
  });

  it('takes a deletion of what is gone for done', async () => {
    platform.says({ errcode: 53600, errmsg: 'invalid article_id' }, { errcode: 0, errmsg: 'ok' });
    await client.deleteArticle('A1', signal);
    await client.deleteArticle('A2', signal);
    expect(platform.asked.map((a) => a.body)).toEqual([
      { article_id: 'A1', index: 0 },
      { article_id: 'A2', index: 0 },
    ]);
  });

  it('reads the published articles page by page, to the last', async () => {
    const row = (n: number) => ({
      article_id: `A${n}`,
      update_time: 1_795_445_904 + n,
      content: { news_item: [{ ...item, title: `第${n}篇` }] },
    });
    const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => row(from + i));
    platform.says({ total_count: 23, item: rows(0, 20) }, { total_count: 23, item: rows(20, 23) });
    const seen = [];
    for await (const one of client.published(signal)) seen.push(one);
    expect(seen.map((s) => s.articleId)).toEqual(Array.from({ length: 23 }, (_, n) => `A${n}`));
    expect(seen[0]).toMatchObject({ at: 1_795_445_904_000, item: { title: '第0篇', is_deleted: false } });
    expect(platform.asked.map((a) => (a.body as { offset: number }).offset)).toEqual([0, 20]);
  });

  it('ends its reading at an empty page, whatever the total says', async () => {
    platform.says({ total_count: 40, item: [] });
    const seen = [];
    for await (const one of client.published(signal)) seen.push(one);
    expect(seen).toEqual([]);
  });

  it('reads an error out of HTTP 200', async () => {
    platform.says({ errcode: 48001, errmsg: 'api unauthorized' });
    await expect(client.addDraft(article, signal)).rejects.toBeInstanceOf(OperatorNeeded);
  });

  it('waits after a page of whatever stands in front, as long as nothing could have happened', async () => {
    platform.says('<html>502</html>');
    await expect(client.addDraft(article, signal)).rejects.toBeInstanceOf(FarEndBusy);
  });

  it.each([
    ['submitting', () => client.submit('D1', signal)],
    ['deleting', () => client.deleteArticle('A1', signal)],
  ])('leaves the outcome open when such a page comes while %s', async (_what, call) => {
    platform.says('<html>502</html>');
    await expect(call()).rejects.toBeInstanceOf(OutcomeUnknown);
  });
});
