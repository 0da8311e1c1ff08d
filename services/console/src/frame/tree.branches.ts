/** One thing to choose, or a heading over some. */
export interface Branch {
  readonly value: string;
  readonly title: string;
  readonly children: readonly Branch[];
  /** A heading alone, which cannot be chosen. */
  readonly heading?: true;
  /** Words by which it is found besides its own and those above it. */
  readonly also?: string;
}

/** A branch as it is drawn: with all that stands above it, and the words by which it is found. */
export interface Drawn {
  readonly value: string;
  readonly title: string;
  readonly path: string;
  readonly words: string;
  readonly selectable: boolean;
  /** What was typed, of one that was found by it. */
  readonly found?: string;
  readonly children: Drawn[];
}

export const drawn = (branches: readonly Branch[], above: readonly string[] = []): Drawn[] =>
  branches.map(({ value, title, children, heading, also = '' }) => {
    const path = [...above, title];
    const words = `${path.join(' ')} ${also}`.toLowerCase();
    const own = { value, title, path: path.join('／'), words, selectable: heading !== true };
    return { ...own, children: drawn(children, path) };
  });

/** All that can be chosen and has every word that was typed, each with its path for a title. */
export function soughtIn(tree: readonly Drawn[], typed: string): Drawn[] {
  const sought = typed.toLowerCase().trim().split(/\s+/u);
  return tree.flatMap((one) => {
    const isFound = one.selectable && sought.every((word) => one.words.includes(word));
    const found = { ...one, title: one.path, found: typed.toLowerCase(), children: [] };
    return [...(isFound ? [found] : []), ...soughtIn(one.children, typed)];
  });
}

/** What is chosen, and the headings that it stands under. */
export interface Leaf {
  readonly value: string;
  readonly path: readonly string[];
  readonly also?: string;
}

/** Leaves under their headings, in the order in which they come. A heading with a single leaf of its name is none. */
export function underHeadings(leaves: readonly Leaf[], depth = 0): readonly Branch[] {
  const byTitle = Map.groupBy(leaves, ({ path }) => path[depth] ?? '');
  return [...byTitle].flatMap(([title, all]): readonly Branch[] => {
    const own = all.filter(({ path }) => path.length === depth + 1);
    const below = all.filter(({ path }) => path.length > depth + 1);
    const [only] = below;
    if (own.length === 0 && below.length === 1 && only?.path.at(-1) === title) return [asLeaf(only, title)];
    const heading: readonly Branch[] =
      below.length === 0
        ? []
        : [
            {
              value: `heading ${only?.path.slice(0, depth + 1).join('／')}`,
              title,
              children: underHeadings(below, depth + 1),
              heading: true,
            },
          ];
    return [...own.map((leaf) => asLeaf(leaf, title)), ...heading];
  });
}

const asLeaf = ({ value, also }: Leaf, title: string): Branch => ({
  value,
  title,
  children: [],
  ...(also === undefined ? {} : { also }),
});
