import type { OutboxEntry, WithOutbox } from './outbox.ts';

/** The document with these events waiting in it; an event already waiting is not added again. */
export function withEvents<T extends Omit<WithOutbox, 'version'>>(
  doc: T,
  entries: readonly OutboxEntry[],
  now: string,
): T {
  const fresh = entries.filter(
    (entry) => !doc.outbox.some((waiting) => waiting.envelope.id === entry.envelope.id),
  );
  if (fresh.length === 0) return doc;
  return { ...doc, outbox: [...doc.outbox, ...fresh], outboxAt: doc.outboxAt ?? now };
}
