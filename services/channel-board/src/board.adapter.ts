import type {
  Adapter,
  Context,
  Health,
  Outcome,
  Posting,
  Sighting,
  Surroundings,
  Trace,
  Withdrawal,
} from '@towncrier/channel-kit';
import { endingWords } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import type { BoardClient, PublicAnswer } from './board.client.ts';
import { papersHash, type BoardRendition } from './board.rendition.ts';
import type { BoardStore } from './board.store.ts';
import { mountCheckPages } from './check.routes.ts';
import { mountPhotoReceipt } from './photo.receipt.ts';
import type { BoardSettings } from './settings.ts';
import { mountStaffRoutes } from './staff.routes.ts';

/**
 * Paper cannot be called back: what we publish is the sheet to print and the answer behind its code, and both
 * are read back as the public gets them.
 */
export class BoardAdapter implements Adapter<BoardRendition> {
  constructor(
    private readonly at: Pick<Surroundings<BoardSettings>, 'settings' | 'clock'>,
    private readonly boards: BoardStore,
    private readonly client: BoardClient,
  ) {}

  async publish(rendition: BoardRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    await this.boards.release(rendition, ctx.releasedAt);
    return { kind: 'done', reference: rendition.publication, url: this.urlOf(rendition.publication) };
  }

  async observe(_trace: Trace<null>, rendition: BoardRendition | null, ctx: Context): Promise<Sighting> {
    if (rendition === null) return { kind: 'unclear', detail: '撤回由核验页核实' };
    const seen = await this.look(rendition.publication, ctx.signal);
    if (seen === null) return { kind: 'unclear', detail: '核验页打不开' };
    if (seen.state === 'unknown' || (seen.edition ?? 0) < rendition.edition)
      return { kind: 'gone', detail: '核验页不认得这一版' };
    const papers: { paper: string; sha256: string }[] = [];
    for (const { paper, url } of seen.papers) {
      const sha256 = await this.client.sheetHash(url, ctx.signal);
      if (sha256 === null) return { kind: 'unclear', detail: `${paper} 公示单下载不了` };
      papers.push({ paper, sha256 });
    }
    const [hash, reference, url] = [
      papersHash(papers),
      rendition.publication,
      this.urlOf(rendition.publication),
    ];
    if (seen.state !== 'in-force' || hash !== rendition.hash)
      return { kind: 'different', hash, reference, url, detail: '核验页或公示单与批准稿不一致' };
    return {
      kind: 'present',
      reference,
      hash,
      url,
      detail: `扫码显示“现行有效”，${papers.map((p) => p.paper).join('、')} 公示单可打印`,
    };
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal): Promise<Outcome> {
    await this.boards.withdraw(withdrawal.publication, withdrawal.edition, {
      reason: withdrawal.reason,
      at: withdrawal.withdrawnAt,
      ...(withdrawal.act === undefined ? {} : { act: withdrawal.act }),
    });
    return { kind: 'done', reference: posting.reference, url: this.urlOf(withdrawal.publication) };
  }

  async observeWithdrawal(
    posting: Posting,
    withdrawal: Withdrawal,
    _trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const seen = await this.look(withdrawal.publication, ctx.signal);
    if (seen === null) return { kind: 'unclear', detail: '核验页打不开' };
    if (seen.state !== 'withdrawn') return { kind: 'gone', detail: '核验页仍显示有效' };
    return {
      kind: 'present',
      reference: posting.reference,
      hash: '',
      url: this.urlOf(withdrawal.publication),
      detail: `扫码显示“${endingWords(withdrawal.act).done}”；各公示栏已列入待撤榜`,
    };
  }

  async probe(signal: AbortSignal): Promise<Health> {
    const seen = await this.client.ask('00000000', signal).catch(() => null);
    return seen === null
      ? { ok: false, words: `核验地址 ${this.at.settings.PUBLIC_URL} 打不开` }
      : { ok: true, words: '核验页可访问' };
  }

  serve(http: FastifyInstance): void {
    const { settings, clock } = this.at;
    mountCheckPages(http, { settings, clock, boards: this.boards });
    mountStaffRoutes(http, { settings, clock, boards: this.boards });
    mountPhotoReceipt(http, { settings, clock, boards: this.boards });
  }

  private look(publication: string, signal: AbortSignal): Promise<PublicAnswer | null> {
    return this.client.ask(publication, signal).catch(() => null);
  }
  private urlOf(publication: string): string {
    return `${this.at.settings.PUBLIC_URL}/q/${publication}`;
  }
}
