import { nobody, type Audience, type Selection } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, termsOf } from '../testing/story.ts';
import { pick, sealOf, terms, type Terms } from './publication.terms.ts';

const instant = fc.integer({ min: 0, max: 9 }).map((n) => `2026-11-2${n}T08:00:00.000Z`);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const word = fc.constantFrom('停水', '停电', '修路', '招考');
const parts: { readonly [K in keyof Terms]: fc.Arbitrary<Terms[K]> } = {
  contentHash: fc.constantFrom('a', 'b', 'c').map(hashOf),
  title: word,
  lane: fc.constantFrom('normal', 'urgent'),
  channels: fc.subarray(['website', 'sms', 'led']),
  audience: fc.oneof(
    fc.constant({ scope: 'all' as const }),
    fc.record({
      scope: fc.constant('specific' as const),
      groups: fc.array(word, { minLength: 1, maxLength: 3 }),
    }),
  ),
  schedule: fc.record({
    publishAt: optional(instant),
    embargoUntil: optional(instant),
    expiresAt: optional(instant),
  }),
  matter: fc.record({
    type: fc.constantFrom('general-notice', 'policy'),
    column: fc.constantFrom('tzgg', 'zcwj'),
    item: optional(fc.constantFrom('ZDXM-01', 'CXGH-02')),
    fields: fc.dictionary(
      fc.constantFrom('subject', 'basis'),
      fc.oneof(word, fc.array(word, { maxLength: 2 })),
    ),
  }),
  noticeUntil: optional(fc.constantFrom('2026-11-30', '2026-12-01')),
  drill: fc.boolean(),
  relayed: optional(word),
};
const all: fc.Arbitrary<Terms> = fc.record(parts);
const names = Object.keys(parts) as (keyof Terms)[];

describe('the seal', () => {
  it('covers every term there is', () => {
    expect(names.toSorted()).toEqual(Object.keys(terms.shape).toSorted());
    expect(Object.keys(pick(termsOf())).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)('is another one when %s is changed, and only then', (name) => {
    fc.assert(
      fc.property(all, all, (before, other) => {
        const after: Terms = { ...before, [name]: other[name] };
        const same = JSON.stringify(before[name]) === JSON.stringify(after[name]);
        if (same) expect(sealOf(after)).toBe(sealOf(before));
        else if (name !== 'matter') expect(sealOf(after)).not.toBe(sealOf(before));
      }),
    );
  });

  it.each([
    ['the type', { type: 'policy' }],
    ['the column', { column: 'zcwj' }],
    ['the item', { item: 'ZDXM-01' }],
    ['a field', { fields: { subject: '停水' } }],
  ])('is another one when %s of the matter is changed', (_what, change) => {
    const before = termsOf();
    expect(sealOf({ ...before, matter: { ...before.matter, ...change } })).not.toBe(sealOf(before));
  });

  it('of terms from before there were areas and targets is what it was', () => {
    const groups = ['项目单位', '企业'];
    expect(sealOf(termsOf('a'))).toBe('50fb2d6c5ec6387524920bf0454726382af9b65ac210bb9c4c436719c18801d8');
    expect(sealOf(termsOf('a', { audience: { scope: 'specific', groups } }))).toBe(
      'b06299e02b8120fb3020c642de1c60c345ccedd5b6a1336cc51d397854c0ce3f',
    );
  });

  it.each<readonly [string, Partial<Selection>]>([
    ['an area', { areas: ['532502003000'] }],
    ['an organisation', { organisations: ['kys-lbd'] }],
    ['a kind of place', { venues: ['park'] }],
    ['a group', { groups: ['森林防火'] }],
    ['a target', { targets: [{ channel: 'led', id: 'strip-park' }] }],
  ])('is another one when %s of the audience is changed, meant or excepted', (_what, change) => {
    const few: Audience = { scope: 'some', of: nobody };
    const meant: Audience = { scope: 'some', of: { ...nobody, ...change } };
    const excepted: Audience = { ...few, except: { ...nobody, ...change } };
    const seals = [few, meant, excepted].map((audience) => sealOf(termsOf('a', { audience })));
    expect(new Set(seals).size).toBe(3);
  });

  it('asks nothing but the terms, and not in which order their fields stand', () => {
    const before = termsOf();
    const backwards = Object.fromEntries(Object.entries(before).reverse()) as Terms;
    expect(sealOf(backwards)).toBe(sealOf(before));
    expect(sealOf({ ...before, state: 'approved', edition: 7 } as Terms)).toBe(sealOf(before));
    expect(sealOf(before)).toMatch(/^[0-9a-f]{64}$/);
  });
});
