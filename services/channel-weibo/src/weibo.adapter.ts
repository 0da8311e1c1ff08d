import type { Adapter, Context, Outcome, Posting, Rendition, Sighting, Trace, Withdrawal } from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import type { Status, WeiboClient } from './weibo.client.ts';
import { withdrawalStatus } from './weibo.texts.ts';

export interface WeiboRendition extends Rendition { readonly text: string }

/** The platform rewrites nothing we send but white space at the ends and HTML entities. */
const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim();

export class WeiboAdapter implements Adapter<WeiboRendition> {
  constructor(private readonly client: WeiboClient, private readonly base: string) {}

  async publish(rendition: WeiboRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const posted = await this.client.share(rendition.text, ctx.signal);
    return { kind: 'done', reference: posted.idstr, url: this.address(posted) };
  }

  async observe(trace: Trace<null>, rendition: WeiboRendition | null, ctx: Context): Promise<Sighting> {
    const found = trace.reference !== null
      ? await this.client.show(trace.reference, ctx.signal)
      : rendition === null ? null : this.find(await this.client.timeline(ctx.signal), rendition.text);
    if (found === null) return { kind: 'gone', detail: '账号主页没有这条微博' };
    return { kind: 'present', reference: found.idstr, hash: hashText(plain(found.text)), url: this.address(found) };
  }

  /** Ordinary applications cannot delete: the follow-up tells the public, a person deletes the first one by hand. */
  async withdraw(_posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    const text = withdrawalStatus(withdrawal);
    const already = this.find(await this.client.timeline(ctx.signal), text);
    if (already !== null) return { kind: 'done', reference: already.idstr, url: this.address(already) };
    const posted = await this.client.share(text, ctx.signal);
    return { kind: 'done', reference: posted.idstr, url: this.address(posted) };
  }

  async observeWithdrawal(_posting: Posting, withdrawal: Withdrawal, _trace: Trace<null>, ctx: Context): Promise<Sighting> {
    const found = this.find(await this.client.timeline(ctx.signal), withdrawalStatus(withdrawal));
    if (found === null) return { kind: 'gone', detail: '撤回说明尚未出现在账号主页' };
    return { kind: 'present', reference: found.idstr, hash: '', url: this.address(found), detail: '已发布撤回说明；原微博请在微博客户端人工删除' };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    try {
      await this.client.timeline(signal);
      return { ok: true, words: '授权有效' };
    } catch (error) {
      return { ok: false, words: error instanceof Error ? error.message : '无法访问微博' };
    }
  }

  private find(statuses: readonly Status[], text: string): Status | null {
    return statuses.find((s) => plain(s.text) === text.trim()) ?? null;
  }

  private address(status: Status): string {
    return `${this.base.replace('https://api.weibo.com', 'https://weibo.com')}/${status.user?.idstr ?? 'u'}/${status.idstr}`;
  }
}
