import type { TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import { gatewaysOf } from './portal.targets.ts';
import type { Shelf, Shown } from './shelf.ts';

/** A place with free Wi-Fi, as its visitors' phones name it. */
export interface Venue {
  /** Of the target; null for a gateway that belongs to none. */
  readonly id: string | null;
  readonly gateway: string;
  readonly title: string;
  /** A paused one lets people go online and shows nothing. */
  readonly shows: boolean;
}

/** A gateway nobody registered: its visitors see what is for everywhere, under no venue's name. */
export const elsewhere: Venue = { id: null, gateway: 'other', title: '公共场所', shows: true };

/** Whom a card is for, as the register has it now. */
interface Audience {
  readonly everywhere: boolean;
  readonly ids: ReadonlySet<string>;
}

interface Selected {
  readonly from: readonly Shown[];
  readonly by: ReadonlyMap<string, Audience>;
  readonly shown: readonly Shown[];
}

const mostStrangers = 100;
const nothing: readonly Shown[] = [];

/**
 * Which venue a gateway stands at and what is shown there, all in memory: the login page must answer thousands a
 * second. Brought up to date whenever the register or the shelf changes.
 */
export class Venues {
  private byGateway: ReadonlyMap<string, Venue> = new Map();
  private inUse: readonly Venue[] = [];
  private audiences: ReadonlyMap<string, Audience> = new Map();
  private readonly selected = new Map<string | null, Selected>();
  private readonly strangers = new Set<string>();
  private turn: Promise<void> = Promise.resolve();
  private isRead = false;

  private constructor(
    private readonly shelf: Shelf,
    private readonly targets: TargetReader,
    private readonly warn: (words: string) => void,
  ) {}

  /** Begins to read the register and does not wait for it: nothing else of a start needs it. */
  static open(shelf: Shelf, targets: TargetReader, warn: (words: string) => void): Venues {
    const venues = new Venues(shelf, targets, warn);
    const again = (): void =>
      void venues.refresh().catch((error: unknown) => warn(`venues: ${String(error)}`));
    again();
    targets.onChange(again);
    return venues;
  }

  /** Whether the register was read. Until then nobody knows a venue, nor what is shown anywhere. */
  get areKnown(): boolean {
    return this.isRead;
  }

  async known(): Promise<void> {
    await this.turn;
    if (!this.isRead) await this.refresh();
  }

  /** After a change of the register or of what is on the shelf. One after another: the last one counts. */
  refresh(): Promise<void> {
    const mine = this.turn.then(() => this.read());
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The gateway as the phone says it, e.g. from a redirect: whatever a visitor wrote. */
  at(gateway: string): Venue {
    const known = this.byGateway.get(gateway);
    if (known !== undefined) return known;
    if (gateway !== '' && gateway !== elsewhere.gateway) this.stranger(gateway);
    return elsewhere;
  }

  /** By id. */
  active(): readonly Venue[] {
    return this.inUse;
  }

  /** What a phone there sees. The same array as long as nothing has changed. */
  shownAt({ id, shows }: Venue, now: Date): readonly Shown[] {
    if (!shows) return nothing;
    const from = this.shelf.shown(now);
    const kept = this.selected.get(id);
    if (kept?.from === from && kept.by === this.audiences) return kept.shown;
    const isFor = ({ _id }: Shown): boolean => {
      const audience = this.audiences.get(_id);
      if (audience === undefined) return false;
      return id === null ? audience.everywhere : audience.ids.has(id);
    };
    const shown = from.filter(isFor);
    this.selected.set(id, { from, by: this.audiences, shown });
    return shown;
  }

  /** Those in use that a card is for, withdrawn or not. */
  async meantBy(card: Pick<Shown, 'of' | 'also'>): Promise<readonly Venue[]> {
    await this.known();
    const { ids } = await this.audienceOf(card);
    return this.inUse.filter(({ id }) => id !== null && ids.has(id));
  }

  private async read(): Promise<void> {
    const [byGateway, inUse]: [Map<string, Venue>, Venue[]] = [new Map(), []];
    for await (const target of this.targets.living()) {
      const all = venuesOf(target);
      for (const venue of all) byGateway.set(venue.gateway, venue);
      const [first] = all;
      if (first !== undefined && first.shows) inUse.push(first);
    }
    const audiences = new Map<string, Audience>();
    for (const card of this.shelf.cardsShown()) audiences.set(card._id, await this.audienceOf(card));
    [this.byGateway, this.inUse, this.audiences] = [byGateway, inUse, audiences];
    this.selected.clear();
    this.isRead = true;
  }

  private async audienceOf({ of, also }: Pick<Shown, 'of' | 'also'>): Promise<Audience> {
    if (of === null) return { everywhere: false, ids: new Set(also) };
    const meant = await this.targets.meant(of);
    const ids = also.length === 0 ? meant : new Set([...meant, ...also]);
    return { everywhere: await this.targets.isForEverybody(of), ids };
  }

  /** Said once for each, and not for ever: a visitor can write any name. */
  private stranger(gateway: string): void {
    if (this.strangers.has(gateway) || this.strangers.size >= mostStrangers) return;
    this.strangers.add(gateway);
    this.warn(`网关 ${JSON.stringify(gateway)} 没有登记到任何场所，只展示面向全市的通知`);
  }
}

const venuesOf = ({ id, title, state, facts }: Target): readonly Venue[] =>
  gatewaysOf(facts).map((gateway) => ({ id, title, gateway, shows: state.is === 'active' }));
