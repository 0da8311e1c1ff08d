import { describe, expect, it } from 'vitest';
import type { Step } from '../api/hub.types.ts';
import { asks, bodyOf, stepIn } from './steps.ts';

const step = (more: Partial<Step> = {}): Step =>
  ({
    act: 'return',
    about: null,
    label: '退回',
    look: 'plain',
    outward: false,
    ask: [],
    given: {},
    allowed: true,
    ...more,
  }) as Step;

describe('a step as the hub offers it', () => {
  it('is sent with what the hub gave along, the answers, and the version that was seen', () => {
    expect(bodyOf(step({ given: { edition: 2 } }), 7, { verdict: 'upheld' })).toEqual({
      version: 7,
      edition: 2,
      verdict: 'upheld',
    });
  });

  it('is never sent for another version than the one on the screen, whatever a form says', () => {
    expect(bodyOf(step(), 7, { version: 6 })).toEqual({ version: 7 });
  });

  it('asks only what a line of a form can answer', () => {
    expect(asks(step({ ask: [{ kind: 'form' }] }))).toBe(false);
    expect(
      asks(step({ ask: [{ kind: 'text', name: 'reason', label: '理由', required: true, longest: 500 }] })),
    ).toBe(true);
    expect(asks(step())).toBe(false);
  });

  it('is found by its name, also when it is not allowed', () => {
    const closed = step({ act: 'approve', allowed: false, why: '您参与撰写' } as Partial<Step>);
    expect(stepIn([step(), closed], 'approve')).toBe(closed);
    expect(stepIn([step()], 'approve')).toBeUndefined();
    expect(stepIn(undefined, 'approve')).toBeUndefined();
  });
});
