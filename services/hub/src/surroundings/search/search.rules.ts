const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');

/** How well a name answers what was typed: lower is better, null is not at all. */
export function closeness(name: string, typed: string): number | null {
  const [text, asked] = [plain(name), plain(typed)];
  if (asked === '') return null;
  if (text === asked) return 0;
  if (text.startsWith(asked)) return 1;
  if (text.includes(asked)) return 2;
  return inOrder(text, asked) ? 3 : null;
}

/** 写公告 is 写通知公告: every character stands there, in its order. One alone would stand everywhere. */
function inOrder(text: string, asked: string): boolean {
  const wanted = [...asked];
  if (wanted.length < 2) return false;
  let next = 0;
  for (const letter of text) if (letter === wanted[next]) next += 1;
  return next === wanted.length;
}

/** The things that one of their names is close to, the closest first, others in the order they came in. */
export function closest<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  typed: string,
  atMost: number,
): readonly T[] {
  return things
    .flatMap((thing) => {
      const near = namesOf(thing).flatMap((name) => closeness(name, typed) ?? []);
      return near.length === 0 ? [] : [{ thing, near: Math.min(...near) }];
    })
    .toSorted((a, b) => a.near - b.near)
    .slice(0, atMost)
    .map(({ thing }) => thing);
}
