import type { Floors, Gift, Neighbours, Surrounding } from './surrounding.ts';

/** Composes each surrounding once, what it needs before it. Answers their gifts. */
export async function composeSurroundings(
  surroundings: readonly Surrounding[],
  floors: Floors,
): Promise<readonly Gift[]> {
  const made = new Map<Surrounding, unknown>();
  const gifts: Gift[] = [];
  const neighbours: Neighbours = {
    of: <Own>(surrounding: Surrounding<Own>): Own => made.get(surrounding) as Own,
  };
  const add = async (surrounding: Surrounding): Promise<void> => {
    if (made.has(surrounding)) return;
    for (const need of surrounding.needs) await add(need);
    const { own, gift } = await surrounding.compose(floors, neighbours);
    made.set(surrounding, own);
    gifts.push(gift);
  };
  for (const surrounding of surroundings) await add(surrounding);
  return gifts;
}
