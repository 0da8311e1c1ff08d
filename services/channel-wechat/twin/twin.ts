import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineTwin, escapeHtml, Shelf, wallPage } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

interface Article {
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
}
interface Draft {
  id: string;
  article: Article;
}
interface Published {
  publishId: string;
  articleId: string;
  article: Article;
  at: string;
  visible: boolean;
  ready: boolean;
}

const appId = 'wx0123456789abcdef';
const secret = 'twin-secret-of-wechat';
const callbackToken = 'twin-callback';
const article = z.looseObject({
  title: z.string(),
  author: z.string().default(''),
  digest: z.string().default(''),
  content: z.string(),
  content_source_url: z.string().default(''),
  thumb_media_id: z.string().default(''),
});
const failed = (errcode: number, errmsg: string) => ({
  errcode,
  errmsg: `${errmsg} rid: ${randomUUID().slice(0, 8)}-${randomUUID().slice(0, 8)}`,
});

/** The platform refuses what it refuses in real life; null = fine. Limits: draft/add. */
function refusal(a: Article, covers: readonly string[]): { errcode: number; errmsg: string } | null {
  if ([...a.title].length > 32) return failed(45003, 'title size out of limit');
  if ([...a.author].length > 16) return failed(45110, 'author size out of limit');
  if ([...a.digest].length > 128) return failed(45004, 'description size out of limit');
  if (a.content.length >= 20_000 || Buffer.byteLength(a.content) >= 1_048_576)
    return failed(45002, 'content size out of limit');
  if (a.content === '') return failed(44003, 'empty news data');
  if (
    /<a\s[^>]*href="(?!https?:\/\/mp\.weixin\.qq\.com)/.test(a.content) ||
    /<script|<iframe/i.test(a.content)
  )
    return failed(45166, 'invalid content');
  if (!covers.includes(a.thumb_media_id)) return failed(40007, 'invalid media_id');
  return null;
}

/** An official account: tokens, drafts, publishing that takes a moment and calls back. */
export const twin = defineTwin({
  id: 'wechat',
  title: '微信公众号',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const drafts = await Shelf.open<Draft>(join(at.data, 'drafts.json'));
    const published = await Shelf.open<Published>(join(at.data, 'published.json'));
    const images = await Shelf.open<{ id: string; data: string }>(join(at.data, 'images.json'));
    const token = { value: `twin-token-${randomUUID()}`, until: Date.now() + 7_200_000 };
    const item = (p: Published) => ({
      ...p.article,
      url: `${at.url}/s/${p.articleId}`,
      is_deleted: !p.visible,
    });

    http.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    http.post('/cgi-bin/stable_token', (request) => {
      const asked = z.object({ appid: z.string(), secret: z.string() }).safeParse(request.body);
      if (fault('deny') !== null)
        return failed(40164, 'invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist');
      if (!asked.success || asked.data.appid !== appId) return failed(40013, 'invalid appid');
      if (asked.data.secret !== secret) return failed(40001, 'invalid credential');
      return { access_token: token.value, expires_in: 7200 };
    });
    guarded(http, () => token.value, fault);

    http.post('/cgi-bin/media/uploadimg', async (request, reply) => {
      const id = await keep(images, request.body as Buffer);
      return reply.type('text/plain').send(JSON.stringify({ url: `${at.url}/mmbiz/${id}` }));
    });
    http.post('/cgi-bin/material/add_material', async (request) => {
      const id = await keep(images, request.body as Buffer);
      return { media_id: `cover-${id}`, url: `${at.url}/mmbiz/${id}` };
    });
    http.post('/cgi-bin/draft/add', async (request) => {
      const [first] = z.object({ articles: z.array(article).min(1).max(8) }).parse(request.body).articles;
      const refused = refusal(
        first as Article,
        images.items.map((i) => `cover-${i.id}`),
      );
      if (refused !== null) return refused;
      const id = `draft-${randomUUID()}`;
      await drafts.add({ id, article: first as Article });
      return { media_id: id };
    });
    http.post('/cgi-bin/draft/get', (request) => {
      const found = drafts.items.find((d) => d.id === (request.body as { media_id: string }).media_id);
      return found === undefined ? failed(40007, 'invalid media_id') : { news_item: [found.article] };
    });
    http.post('/cgi-bin/freepublish/submit', async (request) => {
      if (fault('busy') !== null) return failed(-1, 'system error');
      if (fault('refuse') !== null) return failed(53503, 'draft check failed');
      const slow = fault('slow');
      const index = drafts.items.findIndex((d) => d.id === (request.body as { media_id: string }).media_id);
      const [draft] = index < 0 ? [] : drafts.items.splice(index, 1);
      if (draft === undefined) return failed(40007, 'invalid media_id');
      const made: Published = {
        publishId: String(2_247_500_000 + published.items.length),
        articleId: randomUUID().replaceAll('-', ''),
        article: draft.article,
        at: new Date().toISOString(),
        visible: true,
        ready: false,
      };
      const others = fault('crowd') === null ? 0 : 50;
      const crowd = Array.from({ length: others }, (_, i): Published => ({
        ...made,
        publishId: `${made.publishId}-crowd-${i}`,
        articleId: randomUUID().replaceAll('-', ''),
        article: { ...made.article, title: `其他部门的文章 ${i}`, content_source_url: '' },
        ready: true,
      }));
      published.items.push(made, ...crowd);
      await published.save();
      await drafts.save();
      void finish(made);
      if (fault('hang-after-accept') !== null) await sleep(600_000, undefined, { ref: false });
      if (slow !== null) await sleep(slow.ms, undefined, { ref: false });
      return { errcode: 0, errmsg: 'ok', publish_id: made.publishId, msg_data_id: made.publishId };
    });
    http.post('/cgi-bin/freepublish/get', (request) => {
      const found = published.items.find(
        (p) => p.publishId === String((request.body as { publish_id: string }).publish_id),
      );
      if (found === undefined) return failed(53502, 'invalid publish_id');
      if (!found.ready) return { publish_id: found.publishId, publish_status: 1 };
      return {
        publish_id: found.publishId,
        publish_status: found.visible ? 0 : 5,
        article_id: found.articleId,
        article_detail: { count: 1, item: [{ idx: 1, article_url: `${at.url}/s/${found.articleId}` }] },
        fail_idx: [],
      };
    });
    http.post('/cgi-bin/freepublish/getarticle', (request) => {
      const found = published.items.find(
        (p) => p.ready && p.articleId === (request.body as { article_id: string }).article_id,
      );
      return found === undefined ? failed(53600, 'invalid article_id') : { news_item: [item(found)] };
    });
    http.post('/cgi-bin/freepublish/batchget', (request) => {
      const { offset, count } = z
        .object({ offset: z.number().min(0), count: z.number().min(1).max(20) })
        .parse(request.body);
      const all = published.items.filter((p) => p.ready && p.visible).toReversed();
      const rows = all.slice(offset, offset + count);
      return {
        total_count: all.length,
        item_count: rows.length,
        item: rows.map((p) => ({
          article_id: p.articleId,
          update_time: Math.floor(Date.parse(p.at) / 1000),
          content: { news_item: [item(p)] },
        })),
      };
    });
    http.post('/cgi-bin/freepublish/delete', async (request) => {
      const found = published.items.find(
        (p) => p.articleId === (request.body as { article_id: string }).article_id,
      );
      if (found === undefined) return failed(53600, 'invalid article_id');
      found.visible = false;
      await published.save();
      return { errcode: 0, errmsg: 'ok' };
    });
    http.get('/mmbiz/:id', async (request, reply) => {
      const found = images.items.find((i) => i.id === (request.params as { id: string }).id);
      return found === undefined
        ? reply.code(404).send()
        : reply.type('image/jpeg').send(Buffer.from(found.data, 'base64'));
    });
    http.get('/s/:id', async (request, reply) => {
      const found = published.items.find(
        (p) => p.ready && p.visible && p.articleId === (request.params as { id: string }).id,
      );
      return reply
        .code(found === undefined ? 404 : 200)
        .type('text/html; charset=utf-8')
        .send(
          wallPage(
            '微信',
            style,
            `<main>${found === undefined ? '<p class="none">该内容已被发布者删除</p>' : whole(found)}</main>`,
          ),
        );
    });

    /** Publishing takes a moment; then the platform calls back, three times at most. */
    async function finish(made: Published): Promise<void> {
      await sleep(150, undefined, { ref: false });
      made.ready = true;
      await published.save();
      const [timestamp, nonce] = [
        String(Math.floor(Date.now() / 1000)),
        String(Math.floor(Math.random() * 1e9)),
      ];
      const signature = createHash('sha1')
        .update([callbackToken, timestamp, nonce].sort().join(''))
        .digest('hex');
      const xml = `<xml><ToUserName><![CDATA[gh_twin]]></ToUserName><FromUserName><![CDATA[oTwin]]></FromUserName><CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_id>${made.publishId}</publish_id><publish_status>0</publish_status><article_id><![CDATA[${made.articleId}]]></article_id></PublishEventInfo></xml>`;
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const ok = await fetch(
          `${at.channelUrl}/callbacks/wechat?signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
          {
            method: 'POST',
            headers: { 'content-type': 'text/xml' },
            body: xml,
            signal: AbortSignal.timeout(5000),
          },
        ).then(
          (r) => r.ok,
          () => false,
        );
        if (ok) return;
        await sleep(500, undefined, { ref: false });
      }
    }
    for (const unfinished of published.items.filter((p) => !p.ready)) void finish(unfinished);

    return {
      shown: () =>
        Promise.resolve(
          published.items.map((p) => ({
            id: p.articleId,
            about: /\/n\/([0-9A-Z]{8})\.html/.exec(p.article.content_source_url)?.[1] ?? null,
            target: '美丽开远',
            text: `${p.article.title}\n${p.article.content.replace(/<[^>]+>/g, '')}\n${p.article.content_source_url}`,
            visible: p.visible && p.ready,
            at: p.at,
          })),
        ),
      clear: async () => {
        await published.clear();
        await drafts.clear();
      },
      wall: () =>
        wallPage(
          '微信公众号',
          style,
          `<main><header>美丽开远</header>${
            published.items
              .filter((p) => p.ready)
              .toReversed()
              .slice(0, 20)
              .map(card)
              .join('') || '<p class="none">还没有文章</p>'
          }</main>`,
        ),
      close: () => Promise.resolve(),
    };
  },
});

/**
 * Every call but the token's needs a current token, answered with HTTP 200 and errcode like all errors of the
 * platform.
 */
function guarded(http: FastifyInstance, token: () => string, fault: (kind: 'deny') => unknown): void {
  http.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/cgi-bin/') || request.url.startsWith('/cgi-bin/stable_token')) return;
    if ((request.query as { access_token?: string }).access_token !== token())
      return reply.send(failed(40001, 'invalid credential, access_token is invalid or not latest'));
    if (fault('deny') !== null) return reply.send(failed(48001, 'api unauthorized'));
  });
}

async function keep(images: Shelf<{ id: string; data: string }>, form: Buffer): Promise<string> {
  const start = form.indexOf('\r\n\r\n') + 4;
  const end = form.lastIndexOf('\r\n--');
  const bytes = form.subarray(start, end < start ? form.length : end);
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  if (!images.items.some((i) => i.id === id)) await images.add({ id, data: bytes.toString('base64') });
  return id;
}

const style =
  'main{max-width:440px;margin:0 auto;padding:12px}header{font-weight:600;text-align:center;padding:6px 0 12px}.a{display:block;background:#fff;border-radius:8px;padding:14px;margin-bottom:10px;color:inherit;text-decoration:none}.a b{display:block;font-size:17px}.a small,.none{color:#8a9099}.gone{opacity:.55}.gone b{text-decoration:line-through}h1{font-size:22px;line-height:1.4}';

function card(p: Published): string {
  const when = new Date(p.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  return `<a class="a${p.visible ? '' : ' gone'}" href="/s/${p.articleId}"><b>${escapeHtml(p.article.title)}</b><small>${p.visible ? escapeHtml(p.article.digest) : '该内容已被发布者删除'} · ${when}</small></a>`;
}

function whole(p: Published): string {
  return `<h1>${escapeHtml(p.article.title)}</h1><p><small>${escapeHtml(p.article.author)}</small></p>${p.article.content}<p><a href="${escapeHtml(p.article.content_source_url)}">阅读原文</a></p>`;
}
