import type { Playlist, PlaylistItem } from '../src/playlist.format.ts';

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

/** `fresh`: came and was not shown yet. `count`: items shown in turn so far. */
export interface Turn {
  readonly fresh: readonly PlaylistItem[];
  readonly count: number;
}

/** New things first; then all in turn, what is urgent again after each routine item. */
export function nextOf(
  due: readonly PlaylistItem[],
  turn: Turn,
): { readonly item: PlaylistItem | null; readonly turn: Turn } {
  const [newest, ...fresh] = turn.fresh.filter((item) => due.includes(item));
  if (newest !== undefined) return { item: newest, turn: { ...turn, fresh } };
  const round = roundOf(due);
  const item = round[turn.count % round.length];
  return item === undefined
    ? { item: null, turn: { ...turn, fresh } }
    : { item, turn: { fresh, count: turn.count + 1 } };
}

function roundOf(due: readonly PlaylistItem[]): readonly PlaylistItem[] {
  const urgent = due.filter((item) => item.priority > 0);
  const routine = due.filter((item) => item.priority === 0);
  return routine.length === 0 ? urgent : routine.flatMap((item) => [...urgent, item]);
}
