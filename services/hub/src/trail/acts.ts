/** What the trail tells of one kind of thing: how the kind is called, and what is done to it, each by its name. */
export interface ActsOn {
  readonly title: string;
  readonly acts: Readonly<Record<string, string>>;
}
/** By kind. A subject that leaves lines in the trail has one of these in its `<subject>.acts.ts`. */
export type Acts = Readonly<Record<string, ActsOn>>;

/** The words of the trail: `<kind>` → title, `<kind>.<act>` → title. @throws naming a kind that two subjects have */
export function wordsOfActs(all: readonly Acts[]): {
  readonly kind: Readonly<Record<string, string>>;
  readonly act: Readonly<Record<string, string>>;
} {
  const kinds = all.flatMap((acts) => Object.entries(acts));
  const names = kinds.map(([kind]) => kind);
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice !== undefined) throw new Error(`two subjects tell of a “${twice}”`);
  return {
    kind: Object.fromEntries(kinds.map(([kind, { title }]) => [kind, title])),
    act: Object.fromEntries(
      kinds.flatMap(([kind, { acts }]) =>
        Object.entries(acts).map(([act, title]) => [`${kind}.${act}`, title] as const),
      ),
    ),
  };
}
