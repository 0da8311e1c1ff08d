import { hashText } from '@towncrier/content';
import type { Entry } from './led.documents.ts';
import type { Playlist, PlaylistItem } from './playlist.format.ts';
import { pagesFor, type Screen } from './screen.turn.ts';

/** Of what is in force; no screen gets through more. */
const mostShown = 200;

/**
 * Pure: `entries` are those for this screen, and the same ones give the same bytes. `changedAt`: latest change of any
 * entry, shown or not. Urgent first, then the newest; where there are too many, the oldest are left out.
 */
export function buildPlaylist(
  screen: Pick<Screen, 'id' | 'shape' | 'form'>,
  entries: readonly Entry[],
  changedAt: string,
): Playlist {
  const items = entries
    .flatMap((entry) => itemFor(screen, entry))
    .toSorted((a, b) => b.priority - a.priority || compare(b.from, a.from) || compare(a.notice, b.notice))
    .slice(0, mostShown);
  const { kind, width, height } = screen.shape;
  const said = {
    v: 1 as const,
    screen: screen.id,
    issuedAt: changedAt,
    profile: { kind, width, height },
    items,
  };
  return { ...said, rev: hashText(JSON.stringify(said)).slice(0, 16) };
}

function itemFor(screen: Pick<Screen, 'id' | 'form' | 'shape'>, entry: Entry): readonly PlaylistItem[] {
  const pages = pagesFor(screen, entry);
  if (pages === undefined) return [];
  return [
    {
      notice: entry._id,
      edition: entry.edition,
      kind: entry.kind,
      title: entry.title,
      text: pages.text,
      priority: entry.urgent ? 50 : 0,
      from: entry.from,
      to: entry.to,
      pages: pages.pages.map(({ sha256, bytes, ms }) => ({
        url: `/player/v1/pages/${sha256}.png`,
        sha256,
        bytes,
        ms,
      })),
    },
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
