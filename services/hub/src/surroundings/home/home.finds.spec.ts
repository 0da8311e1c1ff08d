import { expect, it } from 'vitest';
import { Changes } from '../../ports/changes.ts';
import { HomeFinds } from './home.finds.ts';
import { HomeDesk } from './home.desk.ts';

const at = new Date('2026-11-23T01:00:00.000Z');
const person = (name: string) => ({
  name,
  title: name,
  roles: ['supervisor' as const],
  organisation: 'slj',
});

function desk() {
  const changes = new Changes();
  const asked = { docs: 0, obligations: 0, columns: 0 };
  const finds = new HomeFinds({
    docs: { find: async () => ((asked.docs += 1), { items: [] }) },
    obligations: { of: async () => ((asked.obligations += 1), []) },
    columns: { list: async () => ((asked.columns += 1), []) },
    clock: () => at,
    changes,
  });
  return { changes, asked, home: new HomeDesk({ finds, nameOf: async () => null, clock: () => at }) };
}

it('a hundred open pages that hear of one change ask the store as often as one', async () => {
  const [one, hundred] = [desk(), desk()];
  await one.home.of(person('甲'));
  await Promise.all(Array.from({ length: 100 }, (_, n) => hundred.home.of(person(`${n}`))));
  expect(hundred.asked).toEqual(one.asked);
  expect(one.asked.columns).toBe(1);
});

it('what changed is seen by whoever asks next; what is not shown here changes nothing', async () => {
  const { changes, asked, home } = desk();
  await home.of(person('甲'));
  const once = { ...asked };
  changes.tell({ kind: 'sessions' });
  await home.of(person('甲'));
  expect(asked).toEqual(once);
  changes.tell({ kind: 'publications', id: '7K3QZP4M' });
  await home.of(person('甲'));
  expect(asked.docs).toBe(2 * once.docs);
});
