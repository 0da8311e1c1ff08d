import { commandSubject, releaseSubject } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, grouped, meaningOf } from './letter.rules.ts';

const letter = (id: string, more: object = {}) => ({
  _id: id,
  id,
  service: 'channel-sms',
  subject: releaseSubject('normal'),
  cause: `edition-released.v1: ✖ Invalid input: expected number\n  → at data.edition.${id}`,
  at: '2026-11-23T02:00:00.000Z',
  excerpt: `{"specversion":"1.0","id":"${id}","type":"towncrier.edition-released.v1"}`,
  ...more,
});

describe('dead letters of one kind', () => {
  it('are one whatever ids, numbers and times they carry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 9_999_999 }), (a, b) => {
        const at = new Date(b).toISOString();
        expect(fingerprint(letter(`x${a}`))).toBe(fingerprint(letter(`y${b}`, { at })));
      }),
    );
  });

  it('are not one where service, stream, type or cause differ', () => {
    const one = fingerprint(letter('x1'));
    expect(fingerprint(letter('x1', { service: 'monitor' }))).not.toBe(one);
    expect(fingerprint(letter('x1', { subject: commandSubject('sms') }))).not.toBe(one);
    expect(fingerprint(letter('x1', { cause: 'not JSON' }))).not.toBe(one);
    expect(fingerprint(letter('x1', { excerpt: '{"type":"towncrier.retry-requested.v1"}' }))).not.toBe(one);
  });

  it('lose none, and are told in plain words', () => {
    const some = fc.array(
      fc.record({ service: fc.constantFrom('monitor', 'channel-sms'), cause: fc.string() }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(some, (all) => {
        const groups = grouped(all.map((more, n) => letter(`x${n}`, more)));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        for (const { words, next, stream, type } of groups)
          for (const said of [words, next, stream, type]) expect(said).toMatch(/^[^A-Za-z]+$/);
      }),
    );
  });
});

it.each([
  ['not signed by the hub', false],
  ['not JSON', false],
  ['unknown event type towncrier.new.v9', true],
  ['edition-released.v1: ✖ Invalid input', true],
  ['Error: something odd', true],
])('for %s delivering again makes sense: %s', (cause, again) => expect(meaningOf(cause).again).toBe(again));
