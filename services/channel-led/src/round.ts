import type { PlaylistItem } from './playlist.format.ts';

/** So long (ms) a round may take: whoever waits in a hall for their number stays about as long. */
export const roundMs = 300_000;
/** What is urgent comes again after so long (ms), for those who passed by since. */
const againMs = 60_000;

type Page = PlaylistItem['pages'][number];
type Item = Pick<PlaylistItem, 'notice' | 'edition' | 'kind' | 'priority' | 'from' | 'pages'>;

/** Some pages of an item, one after the other. */
export interface Showing<I extends Item = PlaylistItem> {
  readonly item: I;
  readonly pages: readonly Page[];
}

/** A round, and how many rounds it takes until everything was there. */
export interface Round<I extends Item = PlaylistItem> {
  readonly showings: readonly Showing<I>[];
  readonly of: number;
}

/**
 * Pure: what a screen shows in its n-th round (from 0). What is urgent comes first, whole, and its first page again
 * after every minute. Where all the rest has room it is shown whole. Else of each notice its first page, on which
 * what matters stands, and one of the others by turn; corrections and withdrawals come in every round, then the
 * newest, as long as they leave half of it; the rest by turn, newest first. Every page of every item comes again and
 * again; no round is longer than `most`, unless one item alone is.
 */
export function roundOf<I extends Item>(due: readonly I[], n: number, most = roundMs): Round<I> {
  const urgent = [...due.filter(({ priority }) => priority > 0)].sort(byWeight);
  const rest = [...due.filter(({ priority }) => priority === 0)].sort(byWeight);
  const room = roomBeside(urgent, most);
  if (lengthOf(rest.flatMap(({ pages }) => pages)) <= room)
    return { showings: withUrgent(urgent, rest.map(whole)), of: 1 };
  const { always, turns } = dealt(rest, room);
  const of = Math.max(1, turns.length);
  const turn = turns[n % of] ?? [];
  const visit = Math.floor(n / of);
  const showings = [...always.map((item) => inPart(item, n)), ...turn.map((item) => inPart(item, visit))];
  return { showings: withUrgent(urgent, showings), of };
}

/** How long (ms) an item is on at most in a round that is full. */
export const shareOf = (
  item: Pick<Item, 'priority'> & { readonly pages: readonly Pick<Page, 'ms'>[] },
): number => (item.priority > 0 ? lengthOf(item.pages) : lengthInPart(item.pages));

export const lengthOf = (pages: readonly Pick<Page, 'ms'>[]): number =>
  pages.reduce((sum, { ms }) => sum + ms, 0);

const whole = <I extends Item>(item: I): Showing<I> => ({ item, pages: item.pages });

function inPart<I extends Item>(item: I, visit: number): Showing<I> {
  const [first, ...others] = item.pages;
  const other = others[visit % others.length];
  return { item, pages: [first, other].filter((page) => page !== undefined) };
}

function lengthInPart([first, ...others]: readonly Pick<Page, 'ms'>[]): number {
  return (first?.ms ?? 0) + Math.max(0, ...others.map(({ ms }) => ms));
}

/** So that with every minute of it the first pages of what is urgent have room too. */
function roomBeside(urgent: readonly Item[], most: number): number {
  const left = most - lengthOf(urgent.flatMap(({ pages }) => pages));
  const again = lengthOf(urgent.flatMap(({ pages }) => pages.slice(0, 1)));
  return left / (1 + again / againMs);
}

/** `rest` by weight. At least one item in every turn. */
function dealt<I extends Item>(
  rest: readonly I[],
  room: number,
): { readonly always: readonly I[]; readonly turns: readonly (readonly I[])[] } {
  const always: I[] = [];
  let taken = 0;
  for (const item of rest) {
    const ms = lengthInPart(item.pages);
    if (taken + ms > room / 2) break;
    taken += ms;
    always.push(item);
  }
  const turns: I[][] = [];
  let turn: I[] = [];
  let filled = Infinity;
  for (const item of rest.slice(always.length)) {
    const ms = lengthInPart(item.pages);
    if (filled + ms > room - taken) {
      turn = [];
      turns.push(turn);
      filled = 0;
    }
    turn.push(item);
    filled += ms;
  }
  return { always, turns };
}

function withUrgent<I extends Item>(
  urgent: readonly I[],
  others: readonly Showing<I>[],
): readonly Showing<I>[] {
  const round = urgent.map(whole);
  let since = 0;
  for (const showing of others) {
    if (since >= againMs) {
      round.push(...urgent.map((item) => ({ item, pages: item.pages.slice(0, 1) })));
      since = 0;
    }
    round.push(showing);
    since += lengthOf(showing.pages);
  }
  return round;
}

const matters = ({ kind, edition }: Item): number => (kind === 'withdrawal' || edition > 1 ? 1 : 0);

/** What corrects or takes back, then the newest. */
function byWeight(a: Item, b: Item): number {
  return matters(b) - matters(a) || compare(b.from, a.from) || compare(a.notice, b.notice);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
