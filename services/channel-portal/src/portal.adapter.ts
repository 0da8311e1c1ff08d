import type { Adapter, Context, Outcome, Posting, Rendition, Sighting, Trace } from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import type { Face } from './cards.ts';
import { cardFace } from './login.page.ts';
import { mountPortal, type PortalParts } from './portal.routes.ts';

export interface PortalRendition extends Rendition { readonly publication: string; readonly edition: number; readonly face: Face; readonly article: string }

/** The rendition is the card and the whole text behind it. */
export const renditionHash = (face: Face, article: string): string => hashText(`${cardFace(face)}\n${article}`);

/** The login page is this service's own; putting a card on it is the one visible act, and doing it again changes nothing. */
export class PortalAdapter implements Adapter<PortalRendition> {
  constructor(private readonly parts: PortalParts) {}

  async publish(r: PortalRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const known = await this.parts.shelf.get(r.publication);
    await this.parts.shelf.put({ _id: r.publication, edition: r.edition, hash: r.hash, face: r.face, article: r.article, lane: ctx.lane, releasedAt: known?.releasedAt ?? ctx.releasedAt, visible: true });
    return { kind: 'done', reference: r.publication, url: this.address(r.publication) };
  }

  /** As a phone at a venue would: over HTTP, card and text as they were sent. */
  async observe(trace: Trace<null>, _rendition: PortalRendition | null, ctx: Context): Promise<Sighting> {
    const publication = (trace.reference ?? trace.idempotencyKey).split(':')[0] ?? '';
    const [venue] = this.parts.settings.PORTAL_VENUES;
    const login = await this.read(`/portal/?gw=${venue?.gateway ?? ''}`, ctx.signal);
    const notice = await this.read(`/portal/notice/${publication}`, ctx.signal);
    if (notice === null) return { kind: 'gone', detail: '登录页没有此条' };
    const card = this.parts.shelf.find(publication);
    const article = /<article[\s\S]*<\/article>/.exec(notice)?.[0] ?? '';
    if (card === undefined || login === null) return { kind: 'unclear', detail: '登录页暂时无法访问' };
    const onFirstPage = login.includes(cardFace(card.face));
    const seen = await this.parts.impressions.total(publication);
    return { kind: 'present', reference: publication, hash: renditionHash(card.face, article), url: this.address(publication), detail: `${onFirstPage ? '登录页可见' : '登录页列表可见'}，展示 ${seen} 次` };
  }

  async withdraw(posting: Posting, _withdrawal: unknown, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const known = await this.parts.shelf.get(posting.reference);
    if (known !== null && known.visible) {
      const { version: _version, ...card } = known;
      await this.parts.shelf.put({ ...card, visible: false });
    }
    return { kind: 'done', reference: posting.reference };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    const page = await this.read('/portal/', signal).catch(() => null);
    return page === null ? { ok: false, words: '登录页无法访问' } : { ok: true, words: `${this.parts.settings.PORTAL_VENUES.length} 个场所` };
  }

  serve(http: FastifyInstance): void { mountPortal(http, this.parts); }

  private address(publication: string): string { return `${this.parts.settings.PORTAL_URL}/portal/notice/${publication}`; }

  private async read(path: string, signal: AbortSignal): Promise<string | null> {
    const answer = await fetch(`${this.parts.settings.PORTAL_URL}${path}`, { signal });
    const text = await answer.text();
    return answer.ok ? text : null;
  }
}
