import { ChinaCalendar } from '@towncrier/calendar';
import { expect, it } from 'vitest';
import type { Floors } from './surrounding.ts';
import { surrounding } from './surrounding.ts';
import { composeSurroundings } from './surroundings.compose.ts';

const told = { description: '', chapter: 1, controllers: [], paths: {} };

/** Surroundings that stand on no floor: only their order is looked at. */
const floors = { calendar: new ChinaCalendar([]) } as Floors;

it('each is composed once, what it needs before it, whatever the order they are found in', async () => {
  const order: string[] = [];
  const noted = <T>(name: string, own: T): T => {
    order.push(name);
    return own;
  };
  const well = surrounding({
    ...told,
    name: 'well',
    needs: {},
    compose: async () => noted('well', { water: 7 }),
    gives: () => ({}),
  });
  const bakery = surrounding({
    ...told,
    name: 'bakery',
    needs: { well },
    compose: async (_floors, needs) => noted('bakery', { loaves: needs.well.water * 2 }),
    gives: ({ loaves }) => ({ instances: [{ loaves }] }),
  });
  const market = surrounding({
    ...told,
    name: 'market',
    needs: { bread: bakery, well },
    compose: async (_floors, { bread, well: { water } }) => noted('market', bread.loaves + water),
    gives: (stalls) => ({ instances: [{ stalls }] }),
  });

  const gifts = await composeSurroundings([market, bakery, well], floors);

  expect(order).toEqual(['well', 'bakery', 'market']);
  expect(gifts.flatMap((gift) => gift.instances ?? [])).toEqual([{ loaves: 14 }, { stalls: 21 }]);
});

it('one composition knows nothing of another', async () => {
  let made = 0;
  const well = surrounding({
    ...told,
    name: 'well',
    needs: {},
    compose: async () => (made += 1),
    gives: (number) => ({ instances: [{ number }] }),
  });

  const first = await composeSurroundings([well], floors);
  const second = await composeSurroundings([well], floors);

  expect([first, second]).toEqual([[{ instances: [{ number: 1 }] }], [{ instances: [{ number: 2 }] }]]);
});
