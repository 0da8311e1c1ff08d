import {
  deliveryOfCall,
  OperatorNeeded,
  type Adapter,
  type Context,
  type Health,
  type Outcome,
  type Parts,
  type Posting,
  type Sighting,
  type Surroundings,
  type Trace,
  type Withdrawal,
} from '@towncrier/channel-kit';
import { endingWords } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import type { BoardClient, PublicAnswer } from './board.client.ts';
import { BoardPlaces } from './board.places.ts';
import { papersHash, sheetAddress, type BoardRendition } from './board.rendition.ts';
import type { BoardStore } from './board.store.ts';
import { mountCheckPages } from './check.routes.ts';
import { mountPhotoReceipt } from './photo.receipt.ts';
import { noSheetWords } from './posting.task.ts';
import type { BoardSettings } from './settings.ts';
import { mountStaffRoutes } from './staff.routes.ts';

/**
 * Paper cannot be called back: what we publish is the sheet to print and the answer behind its code, and both
 * are read back as the public gets them.
 */
export class BoardAdapter implements Adapter<BoardRendition> {
  private readonly places: BoardPlaces;

  constructor(
    private readonly at: Pick<Surroundings<BoardSettings>, 'settings' | 'clock' | 'targets'>,
    private readonly boards: BoardStore,
    private readonly client: Pick<BoardClient, 'ask' | 'sheetHash'>,
  ) {
    this.places = new BoardPlaces(at.targets);
  }

  async publish(rendition: BoardRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const of = deliveryOfCall(ctx.idempotencyKey);
    const meant = await this.at.targets.meant(of);
    const also = ctx.batch.targets.filter((id) => !meant.has(id));
    await this.boards.release(rendition, { releasedAt: ctx.releasedAt, of, also });
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
      ...(await this.parts(rendition)),
    };
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal): Promise<Outcome> {
    await this.boards.withdraw(withdrawal);
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
    const { done } = endingWords(withdrawal.act);
    const { papers = [] } = (await this.boards.standing(withdrawal.publication)) ?? {};
    for (const { paper } of papers)
      if ((await this.client.sheetHash(sheetAddress(withdrawal.publication, paper), ctx.signal)) !== null)
        return { kind: 'gone', detail: `${paper} 公示单仍可下载` };
    if (papers.length === 0)
      throw new OperatorNeeded(`扫码已显示“${done}”，但张贴记录已丢失，请到各公示栏核对并撤榜`);
    return {
      kind: 'present',
      reference: posting.reference,
      hash: '',
      url: this.urlOf(withdrawal.publication),
      detail: `扫码显示“${done}”；各公示栏已列入待撤榜`,
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
    const parts = { settings, clock, boards: this.boards, places: this.places };
    mountCheckPages(http, parts);
    mountStaffRoutes(http, parts);
    mountPhotoReceipt(http, parts);
  }

  /** Whose sheets can be printed. Whether they hang is not part of it: that takes people. */
  private async parts({ publication, papers }: BoardRendition): Promise<{ readonly parts?: Parts }> {
    const standing = await this.boards.standing(publication);
    if (standing === null) return {};
    const meant = (await this.places.of(standing, [])).filter((place) => place.is === 'meant');
    const unfit = meant.filter(({ board }) => !papers.some(({ paper }) => paper === board.paper));
    const exceptions = unfit.slice(0, 20).map(({ board }) => ({ target: board.id, words: noSheetWords }));
    return { parts: { shown: meant.length - unfit.length, of: meant.length, exceptions } };
  }

  private look(publication: string, signal: AbortSignal): Promise<PublicAnswer | null> {
    return this.client.ask(publication, signal).catch(() => null);
  }
  private urlOf(publication: string): string {
    return `${this.at.settings.PUBLIC_URL}/q/${publication}`;
  }
}
