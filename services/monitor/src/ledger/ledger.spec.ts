import {
  deliveryAcceptedV1,
  deliveryAttemptedV1,
  deliveryHandledV1,
  deliverySettledV1,
  type LedgerRow,
} from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete } from './complete.ts';
import { tell, type LedgerEvent } from './ledger.ts';
import { rowOf, type LedgerDoc } from './row.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 23, 8, 0, second)).toISOString();
const facts = {
  delivery: '7K3QZP4M:1:sms:publish',
  publication: '7K3QZP4M',
  edition: 1,
  channel: 'sms',
  operation: 'publish' as const,
  lane: 'normal' as const,
  title: '停水通知',
  releasedAt: at(0),
};
const head = (time: string) => ({ source: '/channel-sms', subject: facts.delivery, time });

const events: LedgerEvent[] = [
  deliveryAcceptedV1.create({ id: 'a', ...head(at(1)), data: { ...facts, acceptedAt: at(1) } }),
  deliveryAttemptedV1.create({
    id: 'b',
    ...head(at(2)),
    data: {
      ...facts,
      attempt: 1,
      verb: 'publish',
      startedAt: at(1),
      endedAt: at(2),
      outcome: 'busy',
      words: '对方忙',
      nextAt: at(3),
    },
  }),
  deliveryAttemptedV1.create({
    id: 'c',
    ...head(at(4)),
    data: {
      ...facts,
      attempt: 2,
      verb: 'publish',
      startedAt: at(3),
      endedAt: at(4),
      outcome: 'done',
      words: '对方已接受',
    },
  }),
  deliverySettledV1.create({
    id: 'd',
    ...head(at(5)),
    data: { ...facts, outcome: 'confirmed', evidence: { reference: 'r' }, settledAt: at(5) },
  }),
];

function fold(told: readonly LedgerEvent[]): Omit<LedgerDoc, 'version'> {
  let row: Omit<LedgerDoc, 'version'> | null = null;
  for (const event of told) for (const telling of tell(event)) row = telling.apply(row);
  if (row === null) throw new Error('nothing was told');
  return row;
}

const attempt = (id: string, second: number, more: object): LedgerEvent =>
  deliveryAttemptedV1.create({
    id,
    ...head(at(second)),
    data: {
      ...facts,
      attempt: 1,
      verb: 'publish',
      startedAt: at(second),
      endedAt: at(second),
      outcome: 'busy',
      words: '对方忙',
      ...more,
    },
  });
const [street, county] = [
  { id: 'street', title: '灵泉街道' },
  { id: 'county', title: '美丽开远' },
];

describe('a row about several targets', () => {
  const told = [
    attempt('p1', 1, { outcome: 'pending', target: street, evidence: { reference: 'publish:1' } }),
    attempt('p2', 2, {
      outcome: 'done',
      target: county,
      evidence: { reference: 'r2', url: 'https://x.test' },
    }),
    attempt('p3', 3, { outcome: 'done', target: street, evidence: { reference: 'r3' } }),
    attempt('p4', 4, { target: county }),
  ];

  it('knows the newest name of each place, in whatever order it is told', () => {
    const places = [
      { target: 'county', title: '美丽开远', reference: 'r2', url: 'https://x.test', at: at(2) },
      { target: 'street', title: '灵泉街道', reference: 'r3', at: at(3) },
    ];
    expect(fold(told).places).toEqual(places);
    expect(fold(told.toReversed()).places).toEqual(places);
  });

  it('says of which target its words are', () => {
    expect(fold(told).words).toBe('美丽开远：对方忙');
  });
});

describe('a row that fails for long', () => {
  const asks = attempt('q1', 1, { asks: true });
  const stillBusy = attempt('q2', 2, {});
  const taken = attempt('q3', 3, { outcome: 'done' });
  const asksOf = (...all: LedgerEvent[]) => rowOf({ ...fold(all), version: 1 }).asks;

  it('asks a person until something goes well, in whatever order it is told', () => {
    expect([asksOf(asks), asksOf(asks, stillBusy), asksOf(stillBusy, asks)]).toEqual([true, true, true]);
    expect([asksOf(asks, stillBusy, taken), asksOf(taken, asks), asksOf(stillBusy)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the ledger', () => {
  it('follows a delivery from acceptance over a busy far end to its proof', () => {
    expect(fold(events.slice(0, 1)).state).toBe('accepted');
    expect(fold(events.slice(0, 2))).toMatchObject({ state: 'waiting', nextAt: at(3), words: '对方忙' });
    expect(fold(events.slice(0, 3)).state).toBe('working');
    expect(fold(events)).toMatchObject({ state: 'confirmed', attempts: 2, ms: 5000, acceptedAt: at(1) });
  });

  it('ends the same in whatever order and however often events arrive', () => {
    const whole = fold(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 8 }), (told) => {
        const row = fold(told);
        expect(row.state).toBe('confirmed');
        expect(row.attempts).toBe(whole.attempts);
        expect(row.timeline).toEqual(whole.timeline);
      }),
    );
  });

  it('does not count the same event twice', () => {
    const row = fold(events);
    expect(tell(events[1] as LedgerEvent)[0]?.apply(row)).toBe(row);
  });

  it('calls a publication complete when every channel of the newest operation is confirmed', () => {
    const row = (edition: number, state: LedgerRow['state'], operation: 'publish' | 'withdraw' = 'publish') =>
      ({ edition, state, operation }) as LedgerRow;
    expect(isComplete([])).toBe(false);
    expect(isComplete([row(1, 'confirmed'), row(1, 'working')])).toBe(false);
    expect(isComplete([row(1, 'superseded'), row(2, 'confirmed')])).toBe(true);
    expect(isComplete([row(2, 'confirmed'), row(2, 'failed', 'withdraw')])).toBe(false);
  });
});

describe('what a row keeps of its events for whoever looks into it', () => {
  it('is the trace that began with the editor, when it may begin, and what was asked of the far end', () => {
    const exchanges = [{ method: 'POST', url: 'https://sms.example.com/send', status: 200, ms: 35 }];
    const row = fold([
      {
        ...deliveryAcceptedV1.create({
          id: 'a',
          ...head(at(1)),
          data: { ...facts, acceptedAt: at(1), waitsUntil: at(30) },
        }),
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
      attempt('b', 31, { exchanges, target: { id: 'x', title: '西门屏' } }),
    ]);
    expect(row.trace).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(row.timeline).toMatchObject([{ waitsUntil: at(30) }, { exchanges, target: '西门屏' }]);
  });

  it('is that somebody did it by hand, whenever that is heard', () => {
    const done = deliveryHandledV1.create({
      id: 'h',
      ...head(at(9)),
      data: {
        delivery: facts.delivery,
        publication: facts.publication,
        edition: 1,
        channel: 'sms',
        operation: 'publish',
        by: 'operator',
        at: at(9),
        reason: '后台补发',
      },
    });
    const byHand = { by: 'operator', at: at(9), reason: '后台补发' };
    expect(fold([...events, done]).byHand).toEqual(byHand);
    expect(fold([done, ...events])).toMatchObject({ byHand, state: 'confirmed' });
  });
});
