import { describe, expect, it } from 'vitest';
import { auditFact } from './audit.fact.ts';
import { deedOf, factOf, lookOf, thePublic, theSystem } from './audit.deed.ts';

const at = new Date('2026-11-24T01:00:00.000Z');
const officer = { name: 'disclosure', from: '10.0.0.7' };

describe('a line of the audit trail', () => {
  it('of a change is told apart by the revision it made, and says who, what and why', () => {
    const deed = deedOf({
      kind: 'organisation',
      key: 'kys-czj',
      revision: 3,
      act: 'abolish',
      by: officer,
      at,
      reason: '机构改革',
    });

    expect(deed).toEqual({
      id: 'organisation/kys-czj@3',
      about: 'organisation/kys-czj',
      act: 'organisation.abolish',
      at: '2026-11-24T01:00:00.000Z',
      who: 'disclosure',
      from: '10.0.0.7',
      reason: '机构改革',
    });
  });

  it('of what happens by itself, or of a citizen, names no person', () => {
    const change = { kind: 'feedback', key: 'K', revision: 1, act: 'give', at };

    expect(deedOf({ ...change, by: theSystem })).toMatchObject({ who: 'system', from: 'internal' });
    expect(deedOf({ ...change, by: thePublic('10.0.0.9') })).toMatchObject({
      who: 'public',
      from: '10.0.0.9',
    });
  });

  it('of a look is one line for each person and moment, and leaves nothing behind', () => {
    const look = lookOf({
      of: 'read/request/K',
      act: 'request.read',
      about: 'request/K',
      by: officer,
      at,
    });

    expect(look).toMatchObject({
      id: 'read/request/K/disclosure/2026-11-24T01:00:00.000Z',
      before: null,
      after: null,
    });
  });

  it('fits what the chain stores, with and without more to say', () => {
    const event = { id: 'attachment/a', act: 'attachment.add', about: 'attachment/a', by: officer, at };
    const facts = [
      factOf(event),
      factOf({ ...event, after: 'f'.repeat(64), detail: { name: '附件.pdf' }, reason: undefined }),
    ];

    expect(facts.map((fact) => auditFact.strict().parse(fact))).toEqual(facts);
  });
});
