import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSecret } from './same-secret.ts';

describe('two secrets', () => {
  it('are the same exactly when they are the same text, whatever their lengths', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, two) => {
        expect(sameSecret(one, one)).toBe(true);
        expect(sameSecret(one, two)).toBe(one === two);
        expect(sameSecret(Buffer.from(one), one)).toBe(true);
      }),
    );
  });

  it.each([
    ['', 'x'],
    ['secret', 'secre'],
    ['secret', 'Secret'],
    ['secret', ''],
  ])('differ where %j was given for %j', (given, expected) => {
    expect(sameSecret(given, expected)).toBe(false);
  });
});
