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
import { endingWords } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import { articleIn, cardIn, renditionHash } from './card.markup.ts';
import type { Face } from './cards.ts';
import { mostOnList } from './pages.ts';
import type { PortalClient } from './portal.client.ts';
import { mountPortal, type PortalParts } from './portal.routes.ts';

export interface PortalRendition extends Rendition {
  readonly publication: string;
  readonly edition: number;
  readonly face: Face;
  readonly article: string;
}

const flushEveryMs = 1000;

/**
 * The login page is this service's own; putting a card on it is the one visible act, and doing it again
 * changes nothing.
 */
export class PortalAdapter implements Adapter<PortalRendition> {
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly parts: PortalParts,
    private readonly phone: PortalClient,
    warn: (words: string) => void,
  ) {
    let writing = false;
    this.timer = setInterval(() => {
      if (writing) return;
      writing = true;
      void parts.impressions
        .flush()
        .catch((error: unknown) =>
          warn(`impressions wait: ${error instanceof Error ? error.message : String(error)}`),
        )
        .finally(() => {
          writing = false;
        });
    }, flushEveryMs);
    this.timer.unref();
  }

  async publish(r: PortalRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const known = await this.parts.shelf.get(r.publication);
    await this.parts.shelf.put({
      _id: r.publication,
      edition: r.edition,
      hash: r.hash,
      face: r.face,
      article: r.article,
      lane: ctx.lane,
      releasedAt: known?.releasedAt ?? ctx.releasedAt,
      visible: true,
      withdrawal: null,
    });
    return { kind: 'done', reference: r.publication, url: this.address(r.publication) };
  }

  /** As a phone at a venue would: over HTTP, card and text as they stand in the pages. */
  async observe(trace: Trace<null>, _rendition: PortalRendition | null, ctx: Context): Promise<Sighting> {
    const publication = (trace.reference ?? trace.idempotencyKey).split(':')[0] ?? '';
    const notice = await this.phone.page(`/portal/notice/${publication}`, ctx.signal);
    if (notice.kind === 'gone') return { kind: 'gone', detail: '登录页没有此条' };
    if (notice.kind === 'unclear') return notice;
    const listed = await this.cardOn(publication, ctx.signal);
    if (listed.kind !== 'found') return listed;
    const seen = await this.parts.impressions.total(publication);
    return {
      kind: 'present',
      reference: publication,
      hash: renditionHash(listed.card, articleIn(notice.html) ?? ''),
      url: this.address(publication),
      detail: `${listed.onLogin ? '登录页可见' : '“全部通知”中可见'}，已展示 ${seen} 次`,
    };
  }

  async withdraw(posting: Posting, { reason, withdrawnAt, act }: Withdrawal, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const known = await this.parts.shelf.get(posting.reference);
    if (known !== null && known.visible) {
      const { version: _version, ...card } = known;
      await this.parts.shelf.put({
        ...card,
        article: '',
        visible: false,
        withdrawal: { reason, withdrawnAt, ...(act === undefined ? {} : { act }) },
      });
    }
    return { kind: 'done', reference: posting.reference };
  }

  /** No venue's login page names it any more, and its own address says that it was withdrawn. */
  async observeWithdrawal(
    { reference }: Posting,
    withdrawal: Withdrawal,
    _trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const venues = this.parts.settings.PORTAL_VENUES;
    for (const { gateway, title } of venues) {
      const login = await this.phone.page(`/portal/?gw=${gateway}`, ctx.signal);
      if (login.kind !== 'page') return { kind: 'unclear', detail: '登录页暂时无法访问' };
      if (cardIn(login.html, reference) !== null) return { kind: 'gone', detail: `${title}的登录页仍在展示` };
    }
    const notice = await this.phone.page(`/portal/notice/${withdrawal.publication}`, ctx.signal);
    if (notice.kind === 'page') return { kind: 'gone', detail: '原网址仍在展示' };
    if (notice.kind === 'unclear') return notice;
    return {
      kind: 'present',
      reference,
      hash: '',
      url: this.address(withdrawal.publication),
      detail: `${venues.length} 个场所的登录页已不再展示，原网址说明${endingWords(withdrawal.act).done}`,
    };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    const page = await this.phone.page('/portal/', signal).catch(() => null);
    return page?.kind === 'page'
      ? { ok: true, words: `${this.parts.settings.PORTAL_VENUES.length} 个场所` }
      : { ok: false, words: '登录页无法访问' };
  }

  serve(http: FastifyInstance): void {
    mountPortal(http, this.parts);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.parts.impressions.flush();
  }

  private address(publication: string): string {
    return `${this.parts.settings.PORTAL_URL}/portal/notice/${publication}`;
  }

  /** On the login page, else on the page of the whole list where it should stand by its place. */
  private async cardOn(
    publication: string,
    signal: AbortSignal,
  ): Promise<
    { kind: 'found'; card: string; onLogin: boolean } | Extract<Sighting, { kind: 'unclear' | 'gone' }>
  > {
    const gateway = this.parts.settings.PORTAL_VENUES[0]?.gateway ?? '';
    const login = await this.phone.page(`/portal/?gw=${gateway}`, signal);
    if (login.kind !== 'page') return { kind: 'unclear', detail: '登录页暂时无法访问' };
    const first = cardIn(login.html, publication);
    if (first !== null) return { kind: 'found', card: first, onLogin: true };
    const place = this.parts.shelf.shown(this.parts.clock()).findIndex((c) => c._id === publication);
    const list = await this.phone.page(
      `/portal/notices?gw=${gateway}&page=${Math.floor(Math.max(0, place) / mostOnList) + 1}`,
      signal,
    );
    const card = list.kind === 'page' ? cardIn(list.html, publication) : null;
    return card === null
      ? { kind: 'unclear', detail: '登录页和通知列表都没有此条' }
      : { kind: 'found', card, onLogin: false };
  }
}
