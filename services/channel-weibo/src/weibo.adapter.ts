import type {
  Adapter,
  Context,
  Outcome,
  Posting,
  Rendition,
  Sighting,
  Trace,
  Withdrawal,
} from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import type { Status, WeiboClient } from './weibo.client.ts';
import { withdrawalStatus } from './weibo.texts.ts';

export interface WeiboRendition extends Rendition {
  readonly text: string;
}

/** The platform rewrites nothing we send but white space at the ends and HTML entities. */
const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** Stands for a post that is there, whose id the platform did not say: it is found by its text. */
const byText = 'by-text';

/** How far (ms) the platform's clock may be off ours. */
const clockSlackMs = 600_000;

const unclear: Sighting = { kind: 'unclear', detail: '微博没有给出全部微博，暂时无法确认' };

export class WeiboAdapter implements Adapter<WeiboRendition> {
  constructor(
    private readonly client: WeiboClient,
    private readonly base: string,
  ) {}

  async publish(rendition: WeiboRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    return this.post(rendition.text, ctx);
  }

  async observe(trace: Trace<null>, rendition: WeiboRendition | null, ctx: Context): Promise<Sighting> {
    const found = await this.look(trace.reference, rendition?.text ?? null, ctx);
    if (found === 'absent') return { kind: 'gone', detail: '账号主页没有这条微博' };
    if (found === 'unclear') return unclear;
    return {
      kind: 'present',
      reference: found.idstr,
      hash: hashText(plain(found.text)),
      url: this.address(found),
    };
  }

  /**
   * Ordinary applications cannot delete: the follow-up tells the public, a person deletes the first one by
   * hand.
   */
  async withdraw(_posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    const text = withdrawalStatus(withdrawal);
    const already = await this.find(text, withdrawal.withdrawnAt, ctx.signal);
    if (typeof already !== 'string')
      return { kind: 'done', reference: already.idstr, url: this.address(already) };
    return this.post(text, ctx);
  }

  async observeWithdrawal(
    _posting: Posting,
    withdrawal: Withdrawal,
    _trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const found = await this.find(withdrawalStatus(withdrawal), withdrawal.withdrawnAt, ctx.signal);
    if (found === 'absent') return { kind: 'gone', detail: '撤回说明尚未出现在账号主页' };
    if (found === 'unclear') return unclear;
    return {
      kind: 'present',
      reference: found.idstr,
      hash: '',
      url: this.address(found),
      detail: '已发布撤回说明；原微博请在微博客户端人工删除',
    };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    try {
      await this.client.timeline(1, signal);
      return { ok: true, words: '授权有效' };
    } catch (error) {
      return { ok: false, words: error instanceof Error ? error.message : '无法访问微博' };
    }
  }

  /** What the platform has already is not out as far as we can tell: it is looked for, never sent again. */
  private async post(text: string, ctx: Context): Promise<Outcome> {
    const posted = await this.client.share(text, ctx.signal);
    return posted === null
      ? { kind: 'pending', reference: byText }
      : { kind: 'done', reference: posted.idstr, url: this.address(posted) };
  }

  private async look(
    reference: string | null,
    text: string | null,
    { startedAt, signal }: Context,
  ): Promise<Status | 'absent' | 'unclear'> {
    if (reference !== null && reference !== byText)
      return (await this.client.show(reference, signal)) ?? 'absent';
    return text === null ? 'absent' : this.find(text, startedAt, signal);
  }

  /**
   * Absent is only certain once the account's statuses were read back to before `since`, or all of them were.
   */
  private async find(
    text: string,
    since: string,
    signal: AbortSignal,
  ): Promise<Status | 'absent' | 'unclear'> {
    const wanted = text.trim();
    const from = Date.parse(since) - clockSlackMs;
    for (let page = 1, seen = 0; ; page += 1) {
      const { statuses, total } = await this.client.timeline(page, signal);
      const found = statuses.find((s) => plain(s.text) === wanted);
      if (found !== undefined) return found;
      seen += statuses.length;
      if (seen >= total || statuses.some((s) => Date.parse(s.created_at) < from)) return 'absent';
      if (statuses.length === 0) return 'unclear';
    }
  }

  private address(status: Status): string {
    const site = this.base.replace('https://api.weibo.com', 'https://weibo.com');
    return `${site}/${status.user?.idstr ?? 'u'}/${status.idstr}`;
  }
}
