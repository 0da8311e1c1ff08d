import type { Playlist, PlaylistItem } from '../src/playlist.format.ts';
import { roundOf, type Showing } from '../src/round.ts';

/** Two items of one name show the same pages. */
export const nameOf = ({
  notice,
  edition,
  kind,
}: Pick<PlaylistItem, 'notice' | 'edition' | 'kind'>): string => `${notice}/${edition}/${kind}`;

export const isIn = (items: readonly PlaylistItem[], item: PlaylistItem): boolean =>
  items.some((other) => nameOf(other) === nameOf(item));

/** What may be shown at `now`. */
export function dueOf(items: readonly PlaylistItem[], now: Date): readonly PlaylistItem[] {
  const instant = now.toISOString();
  return items.filter((item) => item.from <= instant && instant < item.to);
}

/** How far a box's clock may be behind the service's. */
const clockToleranceMs = 300_000;

/** A clock from before the playlist was issued cannot tell what is due. */
export const clockIsSane = ({ issuedAt }: Pick<Playlist, 'issuedAt'>, now: Date): boolean =>
  now.getTime() > Date.parse(issuedAt) - clockToleranceMs;

/** What a new playlist brings and whether it takes something away. */
export function changeOf(
  before: readonly PlaylistItem[],
  after: readonly PlaylistItem[],
): { readonly added: readonly PlaylistItem[]; readonly gone: boolean } {
  return {
    added: after.filter((item) => !isIn(before, item)),
    gone: before.some((item) => !isIn(after, item)),
  };
}

/**
 * `fresh`: came and was not shown yet. `queue`: what of the round that runs is still to come. `rounds`: how many
 * rounds were begun.
 */
export interface Turn {
  readonly fresh: readonly PlaylistItem[];
  readonly queue: readonly Showing[];
  readonly rounds: number;
}
export const firstTurn: Turn = { fresh: [], queue: [], rounds: 0 };

/**
 * What a new playlist makes of the turn: what it brings comes next. What is urgent begins the round again, so that it
 * comes first from now on.
 */
export function withNews(turn: Turn, added: readonly PlaylistItem[]): Turn {
  const pressing = added.some(({ priority }) => priority > 0);
  return { ...turn, fresh: added, queue: pressing ? [] : turn.queue };
}

/** New things first, whole; then round after round. */
export function nextOf(
  due: readonly PlaylistItem[],
  turn: Turn,
): { readonly showing: Showing | null; readonly turn: Turn } {
  const [newest, ...fresh] = turn.fresh.filter((item) => due.includes(item));
  if (newest !== undefined)
    return { showing: { item: newest, pages: newest.pages }, turn: { ...turn, fresh } };
  const [showing, ...queue] = turn.queue.filter(({ item }) => isIn(due, item));
  if (showing !== undefined) return { showing, turn: { ...turn, fresh, queue } };
  const [first, ...rest] = roundOf(due, turn.rounds).showings;
  return first === undefined
    ? { showing: null, turn: { ...turn, fresh, queue: [] } }
    : { showing: first, turn: { fresh, queue: rest, rounds: turn.rounds + 1 } };
}
