import type { Level, List, Lists } from './numbering.definitions.ts';
import { numberInWords } from './number.words.ts';

/** What stands before a paragraph that Word numbers. */
export type Label =
  | { readonly is: 'bullet'; readonly level: number; readonly sign: string }
  | {
      readonly is: 'number';
      readonly text: string;
      readonly gap: boolean;
      readonly level: number;
      /** The number could be another in Word: an unusual format, or a level above that was never counted. */
      readonly doubtful: boolean;
    };

// What only says that here is an item; boxes and ticks say more and stay in the text.
const plainSigns = /^[•●○·∙◦▪■◆◇➢❖★☆✦✶◉◎➔→⇨o\-–—*⬧⧫⬥▲►▶◼⚫●❑❒❍]?$/u;

/** Counts as Word does: lists of one definition go on together, deeper levels begin anew. */
export class NumberingCounter {
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly overridden = new Set<string>();
  private readonly lists: Lists;

  constructor(lists: Lists) {
    this.lists = lists;
  }

  /** Which level of a list a style stands for; undefined when the list names no style. */
  levelOfStyle(numId: string, style: string): number | undefined {
    for (const [level, { style: named }] of this.lists.get(numId)?.levels ?? [])
      if (named === style) return level;
    return undefined;
  }

  /** The label of the next paragraph at this place; null when it has none. */
  next(numId: string, ilvl: number): Label | null {
    const list = this.lists.get(numId);
    const level = list?.levels.get(ilvl);
    if (list === undefined || level === undefined) return null;
    const counts = this.countsOf(list.id);
    this.override(numId, list, counts);
    const skipped = [...list.levels.keys()].some((above) => above < ilvl && !counts.has(above));
    counts.set(ilvl, (counts.get(ilvl) ?? startOf(list, ilvl) - 1) + 1);
    this.restartBelow(list, ilvl, counts);
    return labelOf(list, level, ilvl, counts, skipped);
  }

  private countsOf(id: string): Map<number, number> {
    const counts = this.counts.get(id) ?? new Map<number, number>();
    this.counts.set(id, counts);
    return counts;
  }

  /** The first paragraph of a list with a start of its own begins there. */
  private override(numId: string, list: List, counts: Map<number, number>): void {
    if (this.overridden.has(numId)) return;
    this.overridden.add(numId);
    for (const level of list.startOverrides.keys()) counts.delete(level);
  }

  private restartBelow(list: List, ilvl: number, counts: Map<number, number>): void {
    for (const [below, { restart }] of list.levels) {
      if (below <= ilvl || restart === 0) continue;
      // `restart` counts levels from one: only that level, or one above it, begins this one anew
      if (restart === undefined || ilvl + 1 <= restart) counts.delete(below);
    }
  }
}

const startOf = (list: List, level: number): number =>
  list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1;

function labelOf(
  list: List,
  level: Level,
  ilvl: number,
  counts: ReadonlyMap<number, number>,
  skipped: boolean,
): Label | null {
  if (level.format === 'bullet') {
    if (plainSigns.test(level.text)) return { is: 'bullet', level: ilvl, sign: level.text };
    return { is: 'number', text: level.text, gap: true, level: ilvl, doubtful: false };
  }
  let doubtful = false;
  const text = level.text.replace(/%([1-9])/g, (_, place: string) => {
    const of = Number(place) - 1;
    const count = counts.get(of) ?? startOf(list, of);
    const words = numberAs(count, level.legal ? 'decimal' : (list.levels.get(of)?.format ?? 'decimal'));
    doubtful ||= words === null || (skipped && of < ilvl);
    return words ?? String(count);
  });
  return text === '' ? null : { is: 'number', text, gap: level.gap, level: ilvl, doubtful };
}

function numberAs(n: number, format: string): string | null {
  const custom = /^custom:(0*)1,/.exec(format);
  return custom === null ? numberInWords(n, format) : String(n).padStart((custom[1] ?? '').length + 1, '0');
}
