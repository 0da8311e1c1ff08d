import { describe, expect, it } from 'vitest';
import { judgeSighting, type LookedAt, type SightingRules } from './sighting.ts';
import { show } from './testing/thread.sample.ts';
import { freshCall, type Call } from './thread.ts';

const rules: SightingRules = { ladder: [100], visibleWithinMs: 5000, patience: 3 };
const startedAt = '2026-11-23T08:00:00.000Z';
const call: Call = { ...freshCall(0, show(), startedAt), state: 'unknown', startedAt, sends: 1 };
const about = (over: Partial<LookedAt> = {}): LookedAt => ({
  call,
  earlier: [],
  hash: 'new',
  now: '2026-11-23T08:00:10.000Z',
  ...over,
});

describe('what a look at the public end means', () => {
  it('is done when exactly the approved rendition stands there', () => {
    expect(judgeSighting({ kind: 'present', reference: 'r', hash: 'new' }, about(), rules).kind).toBe('seen');
  });

  it('sends again only after the absence is proven', () => {
    expect(judgeSighting({ kind: 'gone' }, about({ now: '2026-11-23T08:00:01.000Z' }), rules).kind).toBe(
      'look-later',
    );
    expect(judgeSighting({ kind: 'gone' }, about(), rules).kind).toBe('send-again');
  });

  it('takes the earlier edition still standing as absence of the correction', () => {
    expect(judgeSighting({ kind: 'different', hash: 'old' }, about({ earlier: ['old'] }), rules).kind).toBe(
      'send-again',
    );
  });

  it('sends again once, then asks a person', () => {
    const twice = about({ call: { ...call, sends: 2 } });
    expect(judgeSighting({ kind: 'gone' }, twice, rules)).toEqual({
      kind: 'give-up',
      words: '重发一次后仍未见到，请人工核实',
    });
    const removal = about({ call: { ...call, kind: 'remove', sends: 2 } });
    expect(judgeSighting({ kind: 'gone' }, removal, rules)).toMatchObject({
      kind: 'give-up',
      words: '重发一次后撤回仍未生效，请人工处理',
    });
  });

  it('keeps what was seen so far of several places, and names the others to a person', () => {
    const parts = { shown: 1, of: 2, exceptions: [{ target: 'b', words: '没有消息' }] };
    const some = { kind: 'unclear', detail: '等待1块屏', parts } as const;
    expect(judgeSighting(some, about(), rules)).toMatchObject({ kind: 'look-later', parts });
    expect(judgeSighting(some, about({ call: { ...call, looks: 3 } }), rules)).toMatchObject({
      kind: 'give-up',
      words: '等待1块屏，多次核实未变，请人工查看',
    });
  });

  it('takes whatever is told of a removal for its proof', () => {
    const removal = about({ call: { ...call, kind: 'remove' }, hash: '' });
    expect(judgeSighting({ kind: 'present', reference: 'r', hash: 'x' }, removal, rules).kind).toBe('seen');
    const pending = about({ call: { ...call, kind: 'remove', state: 'pending', looks: 3 } });
    expect(judgeSighting({ kind: 'gone' }, pending, rules)).toMatchObject({
      kind: 'give-up',
      words: '撤回已受理，但公众端仍可见，请人工处理',
    });
  });

  it('never sends again because it cannot tell', () => {
    expect(judgeSighting({ kind: 'unclear' }, about(), rules).kind).toBe('look-later');
    expect(judgeSighting({ kind: 'unclear' }, about({ call: { ...call, looks: 3 } }), rules).kind).toBe(
      'give-up',
    );
  });

  it('asks a person when something else than the approved words stands there', () => {
    expect(
      judgeSighting(
        { kind: 'different', hash: 'other' },
        about({ call: { ...call, state: 'done', looks: 3 } }),
        rules,
      ),
    ).toMatchObject({ kind: 'give-up' });
  });

  it('never sends again what the far end said it had taken', () => {
    expect(judgeSighting({ kind: 'gone' }, about({ call: { ...call, state: 'done' } }), rules).kind).toBe(
      'look-later',
    );
  });
});
