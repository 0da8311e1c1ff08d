import type { Showing } from '../src/round.ts';
import { nameOf } from './turn.ts';

/** When an item began to be shown (ms since 1970), and how long its pages stood together (ms). */
export interface WholeShowing {
  readonly start: number;
  readonly ms: number;
}

/** An item counts as shown once each of its pages was; a round may have some of them only. */
export class ShownWhole {
  private readonly open = new Map<string, { start: number; ms: number; pages: Set<string> }>();

  /** Notes a showing that stood from `start` for `ms`. @returns what is whole with it, else null */
  add({ item, pages }: Showing, start: number, ms: number): WholeShowing | null {
    const name = nameOf(item);
    const known = this.open.get(name) ?? { start, ms: 0, pages: new Set<string>() };
    known.ms += ms;
    for (const { sha256 } of pages) known.pages.add(sha256);
    this.open.set(name, known);
    if (item.pages.some(({ sha256 }) => !known.pages.has(sha256))) return null;
    this.open.delete(name);
    return { start: known.start, ms: known.ms };
  }
}
