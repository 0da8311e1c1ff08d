import { everywhere, nobody, type Audience } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffReach } from './reach.diff.ts';

const channels = ['led', 'sms'];
const some = (more: Partial<typeof nobody>): Audience => ({ scope: 'some', of: { ...nobody, ...more } });
const word = fc.constantFrom('a', 'b', 'c');
const selection = fc
  .record({
    areas: fc.uniqueArray(word),
    groups: fc.uniqueArray(word),
    targets: fc.uniqueArray(word).map((ids) => ids.map((id) => ({ channel: 'led', id }))),
  })
  .map((chosen) => ({ ...nobody, ...chosen }));
const except = fc.option(selection, { nil: undefined });
const audience: fc.Arbitrary<Audience> = fc
  .tuple(
    fc.oneof(
      fc.constant<Audience>({ scope: 'all' }),
      fc.uniqueArray(word, { minLength: 1 }).map((groups): Audience => ({ scope: 'specific', groups })),
      selection.map((of): Audience => ({ scope: 'some', of })),
    ),
    except,
  )
  .map(([meant, left]) => (left === undefined ? meant : { ...meant, except: left }));
const reaching = fc.record({ audience, channels: fc.uniqueArray(word) });

describe('whom an edition reaches, against the one before', () => {
  it('is told term by term: who is gone, who has come, who is left out', () => {
    const before = { audience: everywhere, channels };
    const after = {
      audience: { ...some({ areas: ['532502002000'] }), except: { ...nobody, venues: ['bank' as const] } },
      channels: ['led'],
    };
    expect(diffReach(before, after)).toEqual([
      { kind: 'removed', part: 'channels', of: 'channel', code: 'sms' },
      { kind: 'removed', part: 'meant', of: 'everybody', code: '' },
      { kind: 'added', part: 'meant', of: 'area', code: '532502002000' },
      { kind: 'added', part: 'except', of: 'venue', code: 'bank' },
    ]);
  });

  it('tells somebody who moves from the meant to the left out twice', () => {
    const targets = [{ channel: 'led', id: 'strip-park' }];
    const meant = { audience: some({ targets, groups: ['春运'] }), channels };
    const left = { audience: { ...some({ groups: ['春运'] }), except: { ...nobody, targets } }, channels };
    expect(diffReach(meant, left)).toEqual([
      { kind: 'removed', part: 'meant', of: 'target', code: 'led/strip-park' },
      { kind: 'added', part: 'except', of: 'target', code: 'led/strip-park' },
    ]);
  });

  it('says nothing of what is the same, and the same of both directions', () => {
    fc.assert(
      fc.property(reaching, reaching, (one, other) => {
        expect(diffReach(one, one)).toEqual([]);
        const turned = diffReach(other, one).map((term) => ({
          ...term,
          kind: term.kind === 'added' ? 'removed' : 'added',
        }));
        expect(new Set(turned.map((t) => JSON.stringify(t)))).toEqual(
          new Set(
            diffReach(one, other).map(({ part, of, code, kind }) => JSON.stringify({ part, of, code, kind })),
          ),
        );
      }),
    );
  });
});
