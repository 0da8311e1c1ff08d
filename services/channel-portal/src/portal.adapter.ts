import {
  deliveryOfCall,
  type Adapter,
  type Context,
  type Outcome,
  type Parts,
  type Posting,
  type Sighting,
  type TargetReader,
  type Trace,
  type Withdrawal,
} from '@towncrier/channel-kit';
import { endingWords } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import type { Card } from './cards.ts';
import { cardFace } from './card.markup.ts';
import { liftedFace } from './lifted.card.ts';
import type { PortalClient } from './portal.client.ts';
import type { PortalRendition } from './portal.rendition.ts';
import { mountPortal, type PortalParts } from './portal.routes.ts';
import { VenueVisits, type Seen } from './venue.visits.ts';
import type { Venue } from './venues.ts';

export interface PortalSurroundings {
  readonly targets: TargetReader;
  readonly phone: PortalClient;
  readonly warn: (words: string) => void;
}

const flushEveryMs = 1000;

/**
 * The login page is this service's own; putting a card on it is the one visible act, and doing it again
 * changes nothing.
 */
export class PortalAdapter implements Adapter<PortalRendition> {
  private readonly timer: NodeJS.Timeout;
  private readonly visits: VenueVisits;

  constructor(
    private readonly parts: PortalParts,
    private readonly around: PortalSurroundings,
  ) {
    this.visits = new VenueVisits(parts.venues, around.phone, parts.clock);
    let writing = false;
    this.timer = setInterval(() => {
      if (writing) return;
      writing = true;
      void parts.impressions
        .flush()
        .catch((error: unknown) =>
          around.warn(`impressions wait: ${error instanceof Error ? error.message : String(error)}`),
        )
        .finally(() => {
          writing = false;
        });
    }, flushEveryMs);
    this.timer.unref();
  }

  async publish(r: PortalRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const { shelf, venues } = this.parts;
    const known = await shelf.get(r.publication);
    const of = deliveryOfCall(ctx.idempotencyKey);
    const meant = await this.around.targets.meant(of);
    await shelf.put({
      _id: r.publication,
      edition: r.edition,
      hash: r.hash,
      face: r.face,
      article: r.article,
      lane: ctx.lane,
      releasedAt: known?.releasedAt ?? ctx.releasedAt,
      visible: true,
      of,
      also: ctx.batch.targets.filter((id) => !meant.has(id)),
      withdrawal: null,
    });
    await venues.refresh();
    return { kind: 'done', reference: r.publication, url: this.address(r.publication) };
  }

  /** As phones at the venues would: over HTTP, card and text as they stand in the pages. */
  async observe(trace: Trace<null>, _rendition: PortalRendition | null, ctx: Context): Promise<Sighting> {
    const publication = (trace.reference ?? trace.idempotencyKey).split(':')[0] ?? '';
    const notice = await this.around.phone.page(`/portal/notice/${publication}`, ctx.signal);
    if (notice.kind === 'gone') return { kind: 'gone', detail: '登录页没有此条' };
    if (notice.kind === 'unclear') return notice;
    const card = await this.parts.shelf.get(publication);
    const meant = card === null ? [] : await this.parts.venues.meantBy(card);
    const about = { article: notice.html, expected: card?.hash ?? '' };
    const seen = await this.visits.notice(publication, meant, about, ctx.signal);
    return 'kind' in seen ? seen : this.sightingOf(publication, seen);
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const known = await this.parts.shelf.get(withdrawal.publication);
    if (known?.withdrawal === null || known === null) {
      const { reason, withdrawnAt, act } = withdrawal;
      const lifted = known !== null && act === 'lift';
      await this.parts.shelf.put({
        ...(known ?? forgotten(withdrawal)),
        ...(lifted ? { face: liftedFace(known.face, withdrawal) } : {}),
        article: '',
        visible: lifted,
        withdrawal: { reason, withdrawnAt, ...(act === undefined ? {} : { act }) },
      });
      await this.parts.venues.refresh();
    }
    return { kind: 'done', reference: posting.reference };
  }

  /**
   * No login page of a venue that had it names it any more, or only as lifted, and its own address says what became
   * of it.
   */
  async observeWithdrawal(
    { reference }: Posting,
    withdrawal: Withdrawal,
    _trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const { publication, act } = withdrawal;
    const card = await this.parts.shelf.get(publication);
    const had = card === null ? [] : await this.parts.venues.meantBy(card);
    const said = card?.visible === true ? cardFace(card.face) : null;
    const left = await this.visits.stillShowing(publication, had, { said, signal: ctx.signal });
    if (left === null) return { kind: 'unclear', detail: '登录页暂时无法访问' };
    const parts = partsOf(had.length, left, '登录页仍在展示');
    if (left.length > 0)
      return { kind: 'gone', detail: `${left[0]?.title ?? ''}等 ${left.length} 个场所的登录页仍在展示` };
    const notice = await this.around.phone.page(`/portal/notice/${publication}`, ctx.signal);
    if (notice.kind === 'page') return { kind: 'gone', detail: '原网址仍在展示' };
    if (notice.kind === 'unclear') return notice;
    return {
      kind: 'present',
      reference,
      hash: '',
      url: this.address(publication),
      detail: `${had.length} 个场所的登录页${said === null ? '已不再展示' : `显示“${endingWords(act).mark}”`}，原网址说明${endingWords(act).done}`,
      parts,
    };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    const page = await this.around.phone.page('/portal/', signal).catch(() => null);
    return page?.kind === 'page'
      ? { ok: true, words: `${this.parts.venues.active().length} 个场所` }
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

  private async sightingOf(publication: string, seen: Seen): Promise<Sighting> {
    const { shown, of, missing, hash, onLogin } = seen;
    const parts = partsOf(of, missing, '登录页和通知列表都没有此条');
    if (of === 0) return { kind: 'unclear', detail: '没有可以展示它的场所', parts };
    if (missing.length > 0)
      return { kind: 'unclear', detail: `${shown}/${of} 个场所可见，没有此条：${namesOf(missing)}`, parts };
    const counted = await this.parts.impressions.total(publication);
    return {
      kind: 'present',
      reference: publication,
      hash,
      url: this.address(publication),
      detail: `${of} 个场所的${onLogin ? '登录页可见' : '“全部通知”中可见'}，已展示 ${counted} 次`,
      parts,
    };
  }
}

/** What the ledger remembers and the own store does not: its address says from now on that it was withdrawn. */
const forgotten = ({
  publication,
  edition,
  title,
  links,
  withdrawnAt,
}: Withdrawal): Omit<Card, 'version'> => ({
  _id: publication,
  edition,
  hash: '',
  face: {
    title,
    summary: '',
    badge: '撤回',
    issuer: '',
    publishedOn: null,
    deadline: null,
    link: links.page,
  },
  article: '',
  lane: 'normal',
  releasedAt: withdrawnAt,
  visible: false,
  of: null,
  also: [],
  withdrawal: null,
});

const partsOf = (of: number, missing: readonly Venue[], words: string): Parts => ({
  shown: of - missing.length,
  of,
  exceptions: missing.slice(0, 20).flatMap(({ id }) => (id === null ? [] : [{ target: id, words }])),
});

const namesOf = (venues: readonly Venue[]): string =>
  venues
    .slice(0, 5)
    .map(({ title }) => title)
    .join('、') + (venues.length > 5 ? '等' : '');
