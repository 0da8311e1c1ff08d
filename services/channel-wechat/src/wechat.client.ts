import { FarEndBusy, OutcomeUnknown } from '@towncrier/channel-kit';
import { z } from 'zod';
import { wechatError } from './wechat.errors.ts';
import type { WechatToken } from './wechat.token.ts';

export interface Article {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  readonly content_source_url: string;
  readonly thumb_media_id: string;
  /** Left, top, right and bottom of what is shown of the cover, as shares with `_` between. */
  readonly pic_crop_235_1?: string;
  readonly pic_crop_1_1?: string;
}

const failure = z.object({ errcode: z.number(), errmsg: z.string().default('') });
/** The documents show these ids as numbers and as strings. */
const id = z.union([z.string(), z.number()]).transform(String);
const newsItem = z.looseObject({
  title: z.string(),
  author: z.string().default(''),
  digest: z.string().default(''),
  content: z.string(),
  content_source_url: z.string().default(''),
  url: z.string().default(''),
  is_deleted: z.boolean().default(false),
});
export type NewsItem = z.infer<typeof newsItem>;
const publishJob = z.looseObject({
  publish_id: id,
  publish_status: z.number(),
  article_id: z.string().optional(),
  article_detail: z.looseObject({ item: z.array(z.looseObject({ article_url: z.string() })) }).optional(),
});
export type PublishJob = z.infer<typeof publishJob>;

/** The most that batchget gives at a time. */
const pageLimit = 20;
const publishedPage = z.looseObject({
  total_count: z.number(),
  item: z.array(
    z.looseObject({
      article_id: z.string(),
      update_time: z.number(),
      content: z.looseObject({ news_item: z.array(newsItem) }),
    }),
  ),
});

/**
 * The wire of the official account platform; no decisions. HTTP is 200 even for errors: `errcode` decides,
 * and successes often have none.
 */
export class WechatClient {
  constructor(
    private readonly base: string,
    private readonly token: WechatToken,
    private readonly clock: () => Date,
  ) {}

  /** An image of the body. jpg or png below 1 MB. @returns its address at the platform */
  async uploadImage(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<string> {
    return z
      .object({ url: z.string() })
      .parse(await this.upload('/cgi-bin/media/uploadimg', bytes, name, signal)).url;
  }

  /** A permanent image, for the cover. @returns its media id */
  async addImage(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<string> {
    return z
      .object({ media_id: z.string() })
      .parse(await this.upload('/cgi-bin/material/add_material?type=image', bytes, name, signal)).media_id;
  }

  /** Takes an image of `addImage` out of the library; one that is not there is gone already. */
  async deleteMaterial(mediaId: string, signal: AbortSignal): Promise<void> {
    await this.post('/cgi-bin/material/del_material', { media_id: mediaId }, signal, { absent: 40007 });
  }

  /** @returns its media id; null when the cover is not in the library */
  async addDraft(article: Article, signal: AbortSignal): Promise<string | null> {
    const body = {
      articles: [{ article_type: 'news', ...article, need_open_comment: 0, only_fans_can_comment: 0 }],
    };
    const answer = await this.post('/cgi-bin/draft/add', body, signal, { absent: 40007 });
    return answer === null ? null : z.object({ media_id: z.string() }).parse(answer).media_id;
  }

  /** A draft leaves the draft box once it is published. */
  async hasDraft(mediaId: string, signal: AbortSignal): Promise<boolean> {
    return (await this.post('/cgi-bin/draft/get', { media_id: mediaId }, signal, { absent: 40007 })) !== null;
  }

  /**
   * Queues the draft for publication.
   * @returns publish_id; errcode 0 proves no more than that
   * @throws OutcomeUnknown also when the draft is gone: an earlier submit may have arrived
   */
  async submit(mediaId: string, signal: AbortSignal): Promise<string> {
    const said = { irreversible: true, absent: 40007 };
    const answer = await this.post('/cgi-bin/freepublish/submit', { media_id: mediaId }, signal, said);
    if (answer === null) throw new OutcomeUnknown('草稿已不在草稿箱，正在核实是否已发布（40007）');
    return z.looseObject({ publish_id: id }).parse(answer).publish_id;
  }

  async job(publishId: string, signal: AbortSignal): Promise<PublishJob> {
    return publishJob.parse(await this.post('/cgi-bin/freepublish/get', { publish_id: publishId }, signal));
  }

  /** @returns null when it was deleted or never was */
  async article(articleId: string, signal: AbortSignal): Promise<NewsItem | null> {
    const answer = await this.post('/cgi-bin/freepublish/getarticle', { article_id: articleId }, signal, {
      absent: 53600,
    });
    if (answer === null) return null;
    const [first] = z.looseObject({ news_item: z.array(newsItem) }).parse(answer).news_item;
    return first === undefined || first.is_deleted ? null : first;
  }

  /**
   * The published articles, newest first, page by page. `at` is when the platform last changed it (ms since
   * 1970).
   */
  async *published(
    signal: AbortSignal,
  ): AsyncIterable<{ readonly articleId: string; readonly item: NewsItem; readonly at: number }> {
    for (let offset = 0; ; offset += pageLimit) {
      const answer = publishedPage.parse(
        await this.post('/cgi-bin/freepublish/batchget', { offset, count: pageLimit, no_content: 0 }, signal),
      );
      yield* answer.item.flatMap((row) =>
        row.content.news_item
          .slice(0, 1)
          .map((item) => ({ articleId: row.article_id, item, at: row.update_time * 1000 })),
      );
      if (offset + answer.item.length >= answer.total_count || answer.item.length === 0) return;
    }
  }

  async deleteArticle(articleId: string, signal: AbortSignal): Promise<void> {
    const said = { irreversible: true, absent: 53600 };
    await this.post('/cgi-bin/freepublish/delete', { article_id: articleId, index: 0 }, signal, said);
  }

  async reach(signal: AbortSignal): Promise<void> {
    await this.token.get(signal);
  }

  private async post(path: string, body: object, signal: AbortSignal, about: About = {}): Promise<unknown> {
    const url = `${this.base}${path}?access_token=${await this.token.get(signal)}`;
    const headers = { 'content-type': 'application/json' };
    return this.answer(
      await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }),
      about,
    );
  }

  private async upload(path: string, bytes: Uint8Array, name: string, signal: AbortSignal): Promise<unknown> {
    const form = new FormData();
    form.set('media', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    const token = await this.token.get(signal);
    const url = `${this.base}${path}${path.includes('?') ? '&' : '?'}access_token=${token}`;
    return this.answer(await fetch(url, { method: 'POST', body: form, signal }), {});
  }

  private async answer(response: Response, { absent, irreversible = false }: About): Promise<unknown> {
    const answer = parsed(await response.text());
    if (answer === undefined) throw unreadable(response.status, irreversible);
    const failed = failure.safeParse(answer);
    if (!failed.success || failed.data.errcode === 0) return answer;
    if (failed.data.errcode === absent) return null;
    throw wechatError(failed.data.errcode, failed.data.errmsg, this.clock());
  }
}

interface About {
  /** Code by which the platform says that there is no such thing; answered as null. */
  readonly absent?: number;
  /** Whether the public may notice the call: then an answer that cannot be read proves nothing. */
  readonly irreversible?: boolean;
}

/** @returns undefined for what is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function unreadable(status: number, irreversible: boolean): Error {
  const words = `微信返回的不是 JSON（HTTP ${status}）`;
  return irreversible ? new OutcomeUnknown(`${words}，正在核实`) : new FarEndBusy(`${words}，稍后重试`);
}
