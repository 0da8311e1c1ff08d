import { describe, expect, it } from 'vitest';
import { changeCall } from './thread.evolve.ts';
import { lost, putUp, removals, standing, uncovered } from './thread.standing.ts';
import {
  confirmed,
  delivery,
  inPlace,
  messages,
  now,
  onePostEach,
  out,
  planned,
  remove,
  show,
  threadOf,
} from './testing/thread.sample.ts';
import type { Call, Delivery } from './thread.ts';

const [a, b] = [
  { id: 'a', title: '甲' },
  { id: 'b', title: '乙' },
];
const atBoth = (edition: number, ...states: readonly Call['state'][]): Delivery =>
  states.reduce(
    (d, state, i) => changeCall(d, i, { state, reference: state === 'unknown' ? null : `${edition}-${i}` }),
    planned(delivery(edition), [show(a), show(b)]),
  );

describe('what stands', () => {
  it('is whatever the far end may have heard, oldest edition first', () => {
    const thread = threadOf(
      confirmed(atBoth(2, 'seen', 'unknown')),
      confirmed(atBoth(1, 'pending', 'ready')),
    );
    expect(standing(thread).map((s) => [s.edition, s.target?.id, s.reference])).toEqual([
      [1, 'a', '1-0'],
      [2, 'a', '2-0'],
      [2, 'b', null],
    ]);
  });

  it('is not what was seen to be gone, and is while one of several removals of it is not', () => {
    const first = confirmed(out(delivery(1)));
    const both = planned(delivery(1, 'withdraw'), [remove(first.id), remove(first.id)]);
    const half = changeCall(both, 0, { state: 'seen' });
    expect(standing(threadOf(first, half))).toHaveLength(1);
    expect(standing(threadOf(first, changeCall(half, 1, { state: 'seen' })))).toEqual([]);
    expect(putUp(threadOf(first, changeCall(half, 1, { state: 'seen' })))).toHaveLength(1);
  });

  it('is also what only the ledger remembers', () => {
    const remembered = [{ edition: 1, target: 'a', reference: 'r', url: 'https://x.test', hash: 'h' }];
    expect(standing({ ...threadOf(), remembered })).toEqual([
      {
        key: 'ledger:1:a',
        edition: 1,
        target: { id: 'a', title: 'a' },
        reference: 'r',
        url: 'https://x.test',
        hash: 'h',
      },
    ]);
  });
});

describe('how it is taken back', () => {
  const thread = threadOf(confirmed(atBoth(1, 'seen', 'seen')), confirmed(atBoth(2, 'seen', 'unknown')));
  const all = standing(thread);

  it('posts are erased one by one, as far as their names are known', () => {
    expect(removals(all, onePostEach)).toHaveLength(3);
    expect(lost(all, onePostEach).map((s) => [s.edition, s.target?.id])).toEqual([[2, 'b']]);
  });

  it.each([
    ['messages', messages],
    ['addresses', inPlace],
  ])('%s are answered once per target, whatever was put up there', (_, can) => {
    expect(removals(all, can).map((r) => [r.target?.id, r.removes.length])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect(lost(all, can)).toEqual([]);
  });

  it('a withdrawal owes what none of its calls covers, an edition owes nothing', () => {
    const none = delivery(2, 'withdraw');
    expect(uncovered(threadOf(...thread.deliveries, none), none, messages)).toHaveLength(2);
    const keys = all.filter((s) => s.target?.id === 'a').map((s) => s.key);
    const half = planned(none, [{ ...remove(...keys), target: a }]);
    expect(uncovered(threadOf(...thread.deliveries, half), half, messages).map((r) => r.target?.id)).toEqual([
      'b',
    ]);
    const edition = delivery(3, 'publish', { acceptedAt: now });
    expect(uncovered(threadOf(...thread.deliveries, edition), edition, messages)).toEqual([]);
  });
});
