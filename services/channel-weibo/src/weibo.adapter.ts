import type {
  Adapter,
  Context,
  Health,
  Outcome,
  Posting,
  Sighting,
  Trace,
  Withdrawal,
} from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import { hashBytes, hashText } from '@towncrier/content';
import { looksAlike } from '@towncrier/media';
import { pixelsOf } from './picture/picture.pixels.ts';
import type { WeiboAccounts } from './weibo.accounts.ts';
import type { Status, WeiboClient } from './weibo.client.ts';
import { postHash, type WeiboRendition } from './weibo.rendition.ts';
import { plainWords, saysTheSame } from './weibo.seen.ts';
import { withdrawalStatus } from './weibo.texts.ts';

/** Stands for a post that is there, whose id the platform did not say: it is found by its text. */
const byText = 'by-text';

/** How far (ms) the platform's clock may be off ours. */
const clockSlackMs = 600_000;

const pictureUnclear = { kind: 'unclear', detail: '微博已发出，图片暂时打不开，继续核实' } as const;
const unclear: Sighting = { kind: 'unclear', detail: '微博没有给出全部微博，暂时无法确认' };

export class WeiboAdapter implements Adapter<WeiboRendition> {
  constructor(
    private readonly accounts: WeiboAccounts,
    private readonly base: string,
  ) {}

  /** Draws the picture, which takes seconds where it is long, so that nothing but the call is left. */
  async prepare({ picture }: WeiboRendition): Promise<null> {
    if (picture !== null) await pixelsOf(picture);
    return null;
  }

  async publish(rendition: WeiboRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const { text, picture } = rendition;
    return this.post(text, picture === null ? null : await pixelsOf(picture), ctx);
  }

  async observe(trace: Trace<null>, rendition: WeiboRendition | null, ctx: Context): Promise<Sighting> {
    const found = await this.look(trace.reference, rendition?.text ?? null, ctx);
    if (found === 'absent') return { kind: 'gone', detail: '账号主页没有这条微博' };
    if (found === 'unclear') return unclear;
    const at = { reference: found.idstr, url: this.address(found) };
    if (rendition === null || !saysTheSame(found.text, rendition.text))
      return { kind: 'present', ...at, hash: hashText(plainWords(found.text)) };
    return { ...at, ...(await this.seenWith(rendition, found, ctx)) };
  }

  /** Its words are there. Is its picture? The platform packs pictures anew, so that no bytes are compared. */
  private async seenWith(
    { text, picture, hash }: WeiboRendition,
    { original_pic: shown }: Status,
    ctx: Context,
  ): Promise<Pick<Extract<Sighting, { kind: 'present' }>, 'kind' | 'hash'> | typeof pictureUnclear> {
    if (picture === null) return { kind: 'present', hash };
    if (shown === undefined) return { kind: 'present', hash: postHash(text, null) };
    const seen = await (await this.accounts.at(ctx.target)).picture(shown, ctx.signal);
    if (seen === null) return pictureUnclear;
    const isOurs = await looksAlike(await pixelsOf(picture), seen);
    return { kind: 'present', hash: isOurs ? hash : postHash(text, { id: hashBytes(seen) }) };
  }

  /**
   * Ordinary applications cannot delete: the follow-up tells the public, a person deletes the first one by
   * hand.
   */
  async withdraw(_posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    const text = withdrawalStatus(withdrawal);
    const already = await this.find(
      await this.accounts.at(ctx.target),
      text,
      withdrawal.withdrawnAt,
      ctx.signal,
    );
    if (typeof already !== 'string')
      return { kind: 'done', reference: already.idstr, url: this.address(already) };
    return this.post(text, null, ctx);
  }

  async observeWithdrawal(
    _posting: Posting,
    withdrawal: Withdrawal,
    _trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const client = await this.accounts.at(ctx.target);
    const found = await this.find(client, withdrawalStatus(withdrawal), withdrawal.withdrawnAt, ctx.signal);
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

  /** Every account is tried; those that do not answer are named. */
  async probe(signal: AbortSignal): Promise<Health> {
    const tried: Promise<string | null>[] = [];
    for await (const target of this.accounts.active()) tried.push(this.trouble(target, signal));
    const troubles = (await Promise.all(tried)).filter((words) => words !== null);
    if (troubles.length > 0) return { ok: false, words: troubles.join('；') };
    return tried.length === 0
      ? { ok: false, words: '终端登记簿里没有在用的微博账号' }
      : { ok: true, words: `${tried.length} 个微博账号授权有效` };
  }

  private async trouble(target: Target, signal: AbortSignal): Promise<string | null> {
    try {
      await (await this.accounts.at(target)).timeline(1, signal);
      return null;
    } catch (error) {
      return `${target.title}：${error instanceof Error ? error.message : '无法访问微博'}`;
    }
  }

  /** What the platform has already is not out as far as we can tell: it is looked for, never sent again. */
  private async post(text: string, picture: Uint8Array | null, ctx: Context): Promise<Outcome> {
    const client = await this.accounts.at(ctx.target);
    const posted = await client.share(text, picture, ctx.signal);
    return posted === null
      ? { kind: 'pending', reference: byText }
      : { kind: 'done', reference: posted.idstr, url: this.address(posted) };
  }

  private async look(
    reference: string | null,
    text: string | null,
    { startedAt, signal, target }: Context,
  ): Promise<Status | 'absent' | 'unclear'> {
    const client = await this.accounts.at(target);
    if (reference !== null && reference !== byText) return (await client.show(reference, signal)) ?? 'absent';
    return text === null ? 'absent' : this.find(client, text, startedAt, signal);
  }

  /**
   * Absent is only certain once the account's statuses were read back to before `since`, or all of them were.
   */
  private async find(
    client: WeiboClient,
    text: string,
    since: string,
    signal: AbortSignal,
  ): Promise<Status | 'absent' | 'unclear'> {
    const from = Date.parse(since) - clockSlackMs;
    for (let page = 1, seen = 0; ; page += 1) {
      const { statuses, total } = await client.timeline(page, signal);
      const found = statuses.find((s) => saysTheSame(s.text, text));
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
