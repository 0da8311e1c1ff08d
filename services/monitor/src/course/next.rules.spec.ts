import { rowState, type LedgerRow } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsHand } from '../matrix/hand.rules.ts';
import { byHandObjection, nextStepOf, retryObjection } from './next.rules.ts';

const now = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T08:05:00.000Z';
const retryable = new Set(['waiting', 'unknown', 'refused', 'expired', 'failed']);

type Row = Parameters<typeof nextStepOf>[0];
const row: fc.Arbitrary<Row> = fc
  .record({
    channel: fc.constantFrom('sms', 'led'),
    edition: fc.integer({ min: 1, max: 3 }),
    operation: fc.constantFrom('publish' as const, 'withdraw' as const),
    state: fc.constantFrom(...rowState.options),
    asks: fc.option(fc.constant(true as const), { nil: undefined }),
    nextAt: fc.option(fc.constantFrom('2026-11-23T07:00:00.000Z', later), { nil: undefined }),
    byHand: fc.option(fc.constant({ by: '运维甲', at: now, reason: '后台补发' }), {
      nil: undefined,
      freq: 5,
    }),
  })
  .map((r) => ({ ...r, retryable: retryable.has(r.state) }) as LedgerRow);
const town = fc.array(row, { minLength: 1, maxLength: 6 });
const each = (hold: (one: Row, all: readonly Row[]) => void): void =>
  fc.assert(fc.property(town, (all) => all.forEach((one) => hold(one, all))));

describe('the next step', () => {
  it('is never refused when it is taken', () => {
    each((one, all) => {
      if (nextStepOf(one, all, now).act === 'retry') expect(retryObjection(one, all)).toBeNull();
    });
  });

  it('is an act for all that needs a hand', () => {
    each((one, all) => {
      if (needsHand(one, all)) expect(nextStepOf(one, all, now).act).toBe('retry');
    });
  });

  it('asks nobody to repeat what has arrived, is moot, or was done by hand', () => {
    each((one, all) => {
      if (one.state === 'confirmed' || one.byHand !== undefined)
        expect(nextStepOf(one, all, now).act).toBe('nothing');
    });
    const first = {
      channel: 'sms',
      edition: 1,
      operation: 'publish',
      state: 'failed',
      retryable: true,
    } as const;
    const second = { ...first, edition: 2, state: 'expected', retryable: false } as const;
    expect(nextStepOf(first, [first, second], now).act).toBe('nothing');
    expect(retryObjection(first, [first, second])).toContain('后续');
  });

  it('is to wait for what is tried again by itself', () => {
    const waiting = {
      channel: 'sms',
      edition: 1,
      operation: 'publish',
      state: 'waiting',
      retryable: true,
    } as const;
    expect(nextStepOf({ ...waiting, nextAt: later }, [], now)).toMatchObject({ act: 'wait', until: later });
    expect(nextStepOf({ ...waiting, nextAt: later, asks: true }, [], now).act).toBe('retry');
  });
});

it('only what has come to rest without arriving can be said to have been done by hand', () => {
  each((one, all) => {
    if (byHandObjection(one, all) === null) expect(['failed', 'refused', 'expired']).toContain(one.state);
    if (['waiting', 'working', 'unknown', 'accepted'].includes(one.state))
      expect(byHandObjection(one, all)).not.toBeNull();
  });
});
