import { describe, expect, it } from 'vitest';
import { resultOf } from './delivery.result.ts';
import { changeCall } from './thread.evolve.ts';
import type { Standing } from './thread.standing.ts';
import type { Call, Delivery } from './thread.ts';
import { delivery, now, planned, remove, show } from './testing/thread.sample.ts';

const hash = 'h'.repeat(64);
const at = (id: string) => ({ id, title: `${id}号` });

/** One call for each of these, in this state. */
const withCalls = (...calls: readonly Partial<Call>[]): Delivery =>
  calls.reduce<Delivery>(
    (d, call, i) => changeCall(d, i, call),
    planned(
      delivery(1, 'publish', { hash }),
      calls.map((_, i) => show(calls.length === 1 ? null : at(String(i)))),
    ),
  );
const seen: Partial<Call> = { state: 'seen', reference: 'r', words: '公众端可见' };
const ended = (outcome: 'failed' | 'refused' | 'expired', words: string): Partial<Call> => ({
  ended: { outcome, words },
  words,
});

describe('how a delivery is told', () => {
  it('that has one call: with what was seen of it', () => {
    expect(resultOf(withCalls({ ...seen, url: 'https://x.test' }), [], now)).toEqual({
      outcome: 'confirmed',
      evidence: { reference: 'r', url: 'https://x.test', hash, seenAt: now, detail: '公众端可见' },
    });
  });

  it.each([
    [['refused', 'expired'], 'refused'],
    [['expired', 'refused', 'failed'], 'failed'],
    [['expired'], 'expired'],
  ] as const)('is as bad as the worst of %j', (outcomes, worst) => {
    const d = withCalls(seen, ...outcomes.map((o) => ended(o, '原因')));
    expect(resultOf(d, [], now).outcome).toBe(worst);
  });

  it('counts places over all calls, and names those that are missing, each with its reason', () => {
    const d = withCalls(seen, ended('failed', '账号已停用'), seen);
    expect(resultOf(d, [], now).evidence).toMatchObject({
      detail: '已核验 2/3；1号：账号已停用',
      parts: { shown: 2, of: 3, exceptions: [{ target: '1', words: '账号已停用' }] },
    });
  });

  it('sums what each call counted: three telephones in two batches are three', () => {
    const batch = (shown: number, of: number): Partial<Call> => ({
      ...seen,
      parts: { shown, of, exceptions: [] },
    });
    expect(resultOf(withCalls(batch(2, 2), batch(1, 1)), [], now).evidence.parts).toEqual({
      shown: 3,
      of: 3,
      exceptions: [],
    });
  });

  it('is no larger for ten thousand places than for twenty that fail', () => {
    const exceptions = Array.from({ length: 20 }, (_, i) => ({ target: `s${i}`, words: '没有消息' }));
    const of = (count: number) =>
      withCalls({ ...seen, parts: { shown: count - 100, of: count, exceptions } });
    const size = (count: number) => JSON.stringify(resultOf(of(count), [], now)).length;
    expect(size(10_000) - size(120)).toBeLessThan(10);
    const many = withCalls(...Array.from({ length: 300 }, () => ended('failed', '没有消息')));
    expect(resultOf(many, [], now).evidence.parts).toMatchObject({ shown: 0, of: 300 });
    expect(resultOf(many, [], now).evidence.parts?.exceptions).toHaveLength(20);
  });

  it('asks a person where something may still stand that no call could take back', () => {
    const taken = changeCall(planned(delivery(1, 'withdraw'), [remove('k')]), 0, seen);
    const lost: Standing = { key: 'k2', edition: 2, target: at('9'), reference: null, url: null, hash };
    expect(resultOf(taken, [], now)).toMatchObject({ outcome: 'confirmed' });
    expect(resultOf(taken, [lost], now)).toMatchObject({
      outcome: 'failed',
      evidence: {
        detail: '公众端可见；9号：第2版是否仍在公众端不明，请人工到渠道后台核实并删除',
      },
    });
  });
});
