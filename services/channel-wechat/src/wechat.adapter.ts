import {
  ContentRefused,
  FarEndBusy,
  OperatorNeeded,
  type Adapter,
  type Context,
  type Health,
  type Outcome,
  type Posting,
  type Rendition,
  type Sighting,
  type Trace,
} from '@towncrier/channel-kit';
import type { Illustration, Target, WarningLevel } from '@towncrier/contracts';
import { hashText } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import { mountCallback } from './callback.routes.ts';
import type { Jobs } from './jobs.ts';
import type { Uploads } from './uploads.ts';
import type { Account, WechatAccounts } from './wechat.accounts.ts';
import type { NewsItem, WechatClient } from './wechat.client.ts';
import { WechatCovers } from './wechat.covers.ts';
import { cutsOf, type LeadPicture } from './wechat.lead.ts';
import type { DrawnWords } from './picture/drawn.tables.ts';
import { publishFailures, publishUndone } from './wechat.errors.ts';
import { toWechatImage } from './wechat.image.ts';

/**
 * `content` names images as `media://<sha256>`; their addresses at the platform are put in when the draft is
 * made.
 */
export interface WechatRendition extends Rendition {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  readonly page: string;
  readonly media: readonly Illustration[];
  /** Which of these we drew of a table, and its words. */
  readonly drawn: readonly DrawnWords[];
  /** Of the warning that it is, for its cover. */
  readonly level?: WarningLevel;
  /** A picture of the text as its cover; the title on a plain ground where absent. */
  readonly lead?: LeadPicture;
}
export interface Prepared {
  readonly draft: string;
}

export const renditionHash = (
  r: Pick<WechatRendition, 'title' | 'author' | 'digest' | 'content' | 'page'>,
): string => hashText(JSON.stringify([r.title, r.author, r.digest, r.content, r.page]));

/** How far (ms) the platform's clock may be off ours. */
const clockSlackMs = 600_000;

export class WechatAdapter implements Adapter<WechatRendition, Prepared> {
  private readonly covers: WechatCovers;

  constructor(
    private readonly accounts: WechatAccounts,
    private readonly uploads: Uploads,
    private readonly jobs: Jobs,
  ) {
    this.covers = new WechatCovers(uploads);
  }

  async prepare(rendition: WechatRendition, ctx: Context): Promise<Prepared> {
    const account = await this.accounts.at(ctx.target);
    let content = rendition.content;
    for (const media of rendition.media) {
      if (!content.includes(`media://${media.id}`)) continue;
      const url = await this.uploads.once(account.id, media.id, async () =>
        account.client.uploadImage(
          await asUploaded(media, rendition),
          `${media.id.slice(0, 16)}.jpg`,
          ctx.signal,
        ),
      );
      content = content.replaceAll(`media://${media.id}`, url);
    }
    return { draft: await this.draft(account, { ...rendition, content }, ctx) };
  }

  async publish(_rendition: WechatRendition, prepared: Prepared, ctx: Context): Promise<Outcome> {
    const { id, client } = await this.accounts.at(ctx.target);
    const publishId = await client.submit(prepared.draft, ctx.signal);
    await this.jobs.remember(id, publishId, ctx.idempotencyKey);
    return { kind: 'pending', reference: `publish:${publishId}` };
  }

  async observe(trace: Trace<Prepared>, rendition: WechatRendition | null, ctx: Context): Promise<Sighting> {
    if (trace.reference === null) return this.search(trace, rendition, ctx);
    const { client } = await this.accounts.at(ctx.target);
    if (trace.reference.startsWith('article:')) return this.read(client, articleOf(trace.reference), ctx);
    const job = await client.job(trace.reference.slice('publish:'.length), ctx.signal);
    const failed = publishFailures[job.publish_status];
    if (failed !== undefined) throw new ContentRefused('body', `微信发布失败：${failed}`);
    if (publishUndone[job.publish_status] !== undefined)
      return { kind: 'gone', detail: publishUndone[job.publish_status] as string };
    if (job.article_id === undefined || job.publish_status !== 0)
      return { kind: 'unclear', detail: '微信正在发布' };
    return this.read(client, job.article_id, ctx);
  }

  withdraw(posting: Posting, _withdrawal: unknown, ctx: Context): Promise<Outcome> {
    return this.erase(posting, ctx);
  }

  /**
   * Articles are deleted by their id, and their cover after them; a job that never told the id is asked for it
   * first.
   */
  async erase(posting: Posting, ctx: Context): Promise<Outcome> {
    const account = await this.accounts.at(ctx.target);
    const article = await this.articleAt(account.client, posting.reference, ctx);
    if (article !== null) await account.client.deleteArticle(article, ctx.signal);
    await this.covers.remove(account, posting.key, ctx.signal);
    return { kind: 'done', reference: article === null ? posting.reference : `article:${article}` };
  }

  /** Every account is tried; those that do not answer are named. */
  async probe(signal: AbortSignal): Promise<Health> {
    const tried: Promise<string | null>[] = [];
    for await (const target of this.accounts.active()) tried.push(this.trouble(target, signal));
    const troubles = (await Promise.all(tried)).filter((words) => words !== null);
    if (troubles.length > 0) return { ok: false, words: troubles.join('；') };
    return tried.length === 0
      ? { ok: false, words: '终端登记簿里没有在用的公众号' }
      : { ok: true, words: `${tried.length} 个公众号凭证有效` };
  }

  refresh(): Promise<void> {
    return this.accounts.forgetTokens();
  }

  serve(http: FastifyInstance, kit: { sighted(key: string): void }): void {
    mountCallback(http, {
      tokenOf: (account) => this.accounts.callbackToken(account),
      onJob: (account, publishId) =>
        void this.jobs.keyOf(account, publishId).then((key) => {
          if (key !== null) kit.sighted(key);
        }),
    });
  }

  close(): Promise<void> {
    this.accounts.close();
    return Promise.resolve();
  }

  /**
   * A draft with its cover. One that somebody deleted in the account's library is uploaded anew, once.
   * @throws OperatorNeeded when the platform knows the new one as little
   */
  private async draft(account: Account, rendition: WechatRendition, ctx: Context): Promise<string> {
    const { title, author, digest, content, page: content_source_url } = rendition;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const thumb_media_id = await this.covers.of(account, ctx.idempotencyKey, rendition, ctx.signal);
      const cut = await cutsOf(rendition);
      const article = { title, author, digest, content, content_source_url, thumb_media_id, ...cut };
      const draft = await account.client.addDraft(article, ctx.signal);
      if (draft !== null) return draft;
      await this.covers.forget(account, ctx.idempotencyKey);
    }
    throw new OperatorNeeded('封面素材刚上传即失效（40007），请检查公众号素材库');
  }

  private async trouble(target: Target, signal: AbortSignal): Promise<string | null> {
    try {
      await (await this.accounts.at(target)).client.reach(signal);
      return null;
    } catch (error) {
      return `${target.title}：${error instanceof Error ? error.message : '无法访问微信'}`;
    }
  }

  /** @returns null where a job ended without any article */
  private async articleAt(client: WechatClient, reference: string, ctx: Context): Promise<string | null> {
    if (!reference.startsWith('publish:')) return articleOf(reference);
    const job = await client.job(articleOf(reference), ctx.signal);
    if (publishFailures[job.publish_status] !== undefined) return null;
    if (publishUndone[job.publish_status] !== undefined) return null;
    if (job.article_id === undefined) throw new FarEndBusy('微信仍在发布这篇文章，发布后再删除');
    return job.article_id;
  }

  /** Nothing is known but the draft: it leaves the draft box when it is published. */
  private async search(
    trace: Trace<Prepared>,
    rendition: WechatRendition | null,
    ctx: Context,
  ): Promise<Sighting> {
    const { client } = await this.accounts.at(ctx.target);
    if (trace.prepared !== null && (await client.hasDraft(trace.prepared.draft, ctx.signal)))
      return { kind: 'gone', detail: '草稿仍在草稿箱，未提交发布' };
    for await (const { articleId, item, at } of client.published(ctx.signal)) {
      if (at < Date.parse(ctx.startedAt) - clockSlackMs) break;
      const hash = await this.hashOf(item);
      if (hash === rendition?.hash)
        return { kind: 'present', reference: `article:${articleId}`, hash, url: item.url };
    }
    return { kind: 'unclear', detail: '草稿已提交，等待微信发布' };
  }

  private async read(client: WechatClient, articleId: string, ctx: Context): Promise<Sighting> {
    const item = await client.article(articleId, ctx.signal);
    if (item === null) return { kind: 'gone', detail: '文章已删除' };
    return {
      kind: 'present',
      reference: `article:${articleId}`,
      hash: await this.hashOf(item),
      url: item.url,
    };
  }

  private async hashOf(item: NewsItem): Promise<string> {
    const content = await this.uploads.named(item.content);
    return renditionHash({
      title: item.title,
      author: item.author,
      digest: item.digest,
      content,
      page: item.content_source_url,
    });
  }
}

/** What we drew is as high as its table and small enough in bytes: made smaller it could not be read. */
function asUploaded({ id, data }: Illustration, { drawn }: WechatRendition): Promise<Uint8Array> {
  const bytes = Buffer.from(data, 'base64');
  return drawn.some(({ media }) => media === id) ? Promise.resolve(bytes) : toWechatImage(bytes);
}

const articleOf = (reference: string): string => reference.replace(/^(article|publish):/, '');
