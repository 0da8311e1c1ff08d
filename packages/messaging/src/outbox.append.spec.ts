import { describe, expect, it } from 'vitest';
import { withEvents } from './outbox.append.ts';
import { sampleEvent } from './testing/house.sample.ts';

const entry = (id: string) => ({ subject: 'a.subject', envelope: sampleEvent(id) });
const doc = { _id: 'one', outbox: [entry('a')], outboxAt: '2026-11-23T08:00:00.000Z' };
const ids = (of: typeof doc) => of.outbox.map((e) => e.envelope.id);

describe('a document with an outbox', () => {
  it('takes events at the end and keeps the instant it began to wait', () => {
    const next = withEvents(doc, [entry('b'), entry('c')], '2026-11-23T09:00:00.000Z');
    expect(ids(next)).toEqual(['a', 'b', 'c']);
    expect(next.outboxAt).toBe(doc.outboxAt);
    expect(ids(doc)).toEqual(['a']);
  });

  it('begins to wait with its first event', () => {
    expect(
      withEvents({ _id: 'one', outbox: [], outboxAt: null }, [entry('a')], '2026-11-23T09:00:00.000Z')
        .outboxAt,
    ).toBe('2026-11-23T09:00:00.000Z');
  });

  it('is the same document when there is nothing new', () => {
    expect(withEvents(doc, [entry('a')], '2026-11-23T09:00:00.000Z')).toBe(doc);
    expect(withEvents(doc, [], '2026-11-23T09:00:00.000Z')).toBe(doc);
  });
});
