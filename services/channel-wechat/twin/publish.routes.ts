import { actedLate, type TakeFault } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Published } from './account.store.ts';
import type { Account, Accounts } from './accounts.ts';
import { failed } from './failure.ts';

/** Articles of others between this one and whoever asks for the list: more than two pages. */
const crowd = 50;

/** Taking a draft into publication; `finish` makes it public a moment later. */
export function mountPublishing(
  http: FastifyInstance,
  accounts: Accounts,
  url: string,
  fault: TakeFault,
  finish: (made: Published, account: Account) => Promise<void>,
): void {
  http.post('/cgi-bin/freepublish/submit', async (request) => {
    if (fault('busy') !== null) return failed(-1, 'system error');
    if (fault('refuse') !== null) return failed(53503, 'draft check failed');
    const account = accounts.of(request);
    const { store } = account;
    const draft = store.takeDraft((request.body as { media_id: string }).media_id);
    if (draft === null) return failed(40007, 'invalid media_id');
    const made = await store.accept(draft, fault('crowd') === null ? 0 : crowd);
    void finish(made, account);
    await actedLate(fault);
    return { errcode: 0, errmsg: 'ok', publish_id: made.publishId, msg_data_id: made.publishId };
  });
  http.post('/cgi-bin/freepublish/get', (request) => {
    const id = String((request.body as { publish_id: unknown }).publish_id);
    const found = accounts.of(request).store.published.items.find((p) => p.publishId === id);
    return found === undefined ? failed(53502, 'invalid publish_id') : stateOf(found, url);
  });
}

function stateOf(p: Published, url: string): object {
  if (!p.ready) return { publish_id: p.publishId, publish_status: 1 };
  return {
    publish_id: p.publishId,
    publish_status: p.visible ? 0 : 5,
    article_id: p.articleId,
    article_detail: { count: 1, item: [{ idx: 1, article_url: `${url}/s/${p.articleId}` }] },
    fail_idx: [],
  };
}

const page = z.object({ offset: z.number().min(0), count: z.number().min(1).max(20) });
const named = z.object({ article_id: z.string() });

/** What was published: one article, the list, and taking one away. */
export function mountPublished(http: FastifyInstance, accounts: Accounts, url: string): void {
  const item = (p: Published): object => ({
    ...p.article,
    url: `${url}/s/${p.articleId}`,
    is_deleted: !p.visible,
  });
  http.post('/cgi-bin/freepublish/getarticle', (request) => {
    const found = accounts.of(request).store.article(named.parse(request.body).article_id);
    return found?.ready === true ? { news_item: [item(found)] } : failed(53600, 'invalid article_id');
  });
  http.post('/cgi-bin/freepublish/batchget', (request) => {
    const { offset, count } = page.parse(request.body);
    const all = accounts.of(request).store.public();
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
    const { store } = accounts.of(request);
    const found = store.article(named.parse(request.body).article_id);
    if (found === undefined) return failed(53600, 'invalid article_id');
    found.visible = false;
    await store.published.save();
    return { errcode: 0, errmsg: 'ok' };
  });
}
