import type { Sighting } from '@towncrier/channel-kit';
import { articleIn, cardIn, renditionHash } from './card.markup.ts';
import { mostOnList } from './pages.ts';
import type { PortalClient } from './portal.client.ts';
import type { Venue, Venues } from './venues.ts';

/** Venues whose pages are opened; where there are more, the rest is counted from the shelf. */
const mostVisited = 20;

/** What phones at the venues saw of a notice. */
export interface Seen {
  readonly shown: number;
  readonly of: number;
  readonly missing: readonly Venue[];
  /** Of what stands there; of the first that differs from `expected`, if one does. */
  readonly hash: string;
  /** Whether it is one of the few that the login page itself shows, everywhere. */
  readonly onLogin: boolean;
}

type Card = { readonly card: string; readonly onLogin: boolean } | 'missing' | 'closed';

/** Opens pages as phones at the venues would. */
export class VenueVisits {
  constructor(
    private readonly venues: Venues,
    private readonly phone: PortalClient,
    private readonly clock: () => Date,
  ) {}

  /** @param article the page of the notice itself, as it was fetched */
  async notice(
    publication: string,
    meant: readonly Venue[],
    about: { readonly article: string; readonly expected: string },
    signal: AbortSignal,
  ): Promise<Seen | Extract<Sighting, { kind: 'unclear' }>> {
    const visited = sampleOf(meant);
    const missing: Venue[] = [];
    const hashes: string[] = [];
    let onLogin = true;
    for (const venue of visited) {
      const card = await this.cardAt(venue, publication, signal);
      if (card === 'closed') return { kind: 'unclear', detail: '登录页暂时无法访问' };
      if (card === 'missing') missing.push(venue);
      else {
        onLogin &&= card.onLogin;
        hashes.push(renditionHash(card.card, articleIn(about.article) ?? ''));
      }
    }
    for (const venue of meant)
      if (!visited.includes(venue) && !this.isOnShelf(venue, publication)) missing.push(venue);
    return {
      shown: meant.length - missing.length,
      of: meant.length,
      missing,
      hash: hashes.find((hash) => hash !== about.expected) ?? hashes[0] ?? '',
      onLogin,
    };
  }

  /**
   * Of these, who still shows it, other than with the words of its end (`said`, where it has some); null when a page
   * cannot be opened now.
   */
  async stillShowing(
    publication: string,
    meant: readonly Venue[],
    { said, signal }: { readonly said: string | null; readonly signal: AbortSignal },
  ): Promise<readonly Venue[] | null> {
    const visited = sampleOf(meant);
    const left: Venue[] = meant.filter(
      (v) => said === null && !visited.includes(v) && this.isOnShelf(v, publication),
    );
    for (const venue of visited) {
      const login = await this.phone.page(`/portal/?gw=${encodeURIComponent(venue.gateway)}`, signal);
      if (login.kind !== 'page') return null;
      const card = cardIn(login.html, publication);
      if (card !== null && card !== said) left.push(venue);
    }
    return left;
  }

  /** On the login page, else on the page of the whole list where it should stand by its place. */
  private async cardAt(venue: Venue, publication: string, signal: AbortSignal): Promise<Card> {
    const gateway = encodeURIComponent(venue.gateway);
    const login = await this.phone.page(`/portal/?gw=${gateway}`, signal);
    if (login.kind !== 'page') return 'closed';
    const first = cardIn(login.html, publication);
    if (first !== null) return { card: first, onLogin: true };
    const place = this.venues.shownAt(venue, this.clock()).findIndex((c) => c._id === publication);
    const page = Math.floor(Math.max(0, place) / mostOnList) + 1;
    const list = await this.phone.page(`/portal/notices?gw=${gateway}&page=${page}`, signal);
    const card = list.kind === 'page' ? cardIn(list.html, publication) : null;
    return card === null ? 'missing' : { card, onLogin: false };
  }

  private isOnShelf(venue: Venue, publication: string): boolean {
    return this.venues.shownAt(venue, this.clock()).some(({ _id }) => _id === publication);
  }
}

/** Spread over all of them. */
function sampleOf(venues: readonly Venue[]): readonly Venue[] {
  const step = venues.length / Math.min(venues.length, mostVisited);
  return venues.length <= mostVisited
    ? venues
    : Array.from({ length: mostVisited }, (_, i) => venues[Math.floor(i * step)]).filter(
        (v) => v !== undefined,
      );
}
