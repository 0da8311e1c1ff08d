import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventsIn, type Heard } from './monitor.lines.ts';

const text =
  ': comment\n\nevent: delivery\nid: 2026-11-23T02:00:00.000Z\ndata: {"publication":"7K3QZP4M",\ndata: "n":1}\n\nevent: beat\ndata: \n\ndata: left open';

async function heard(pieces: readonly string[]): Promise<readonly Heard[]> {
  const found: Heard[] = [];
  const source = (async function* () {
    yield* pieces;
  })();
  for await (const event of eventsIn(source)) found.push(event);
  return found;
}

it('an event is heard whole, wherever the text was cut on its way, and not before it is over', async () => {
  const cuts = fc.uniqueArray(fc.nat({ max: text.length }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const at = [0, ...places.toSorted((a, b) => a - b), text.length];
      const events = await heard(at.slice(1).map((end, n) => text.slice(at[n], end)));

      expect(events.slice(1)).toEqual([
        {
          type: 'delivery',
          id: '2026-11-23T02:00:00.000Z',
          data: '{"publication":"7K3QZP4M",\n"n":1}',
        },
        { type: 'beat', id: undefined, data: '' },
      ]);
    }),
  );
});
