import { describe, expect, it } from 'vitest';
import { judgeSighting, type LookedAt, type SightingRules } from './sighting.ts';
import type { Call, Delivery } from './thread.ts';

const rules: SightingRules = { ladder: [100], visibleWithinMs: 5000, patience: 3 };
const startedAt = '2026-11-23T08:00:00.000Z';
const call: Call = {
  number: 0,
  state: 'unknown',
  startedAt,
  prepared: null,
  reference: null,
  url: null,
  hint: null,
  looks: 0,
};
const about = (over: Partial<LookedAt> = {}): LookedAt => ({
  call,
  posting: null,
  hash: 'new',
  now: '2026-11-23T08:00:10.000Z',
  delivery: { operation: 'publish', edition: 2 } as Delivery,
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
    const posting = { edition: 1, reference: 'r', hash: 'old' };
    expect(judgeSighting({ kind: 'different', hash: 'old' }, about({ posting }), rules).kind).toBe(
      'send-again',
    );
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
