import { envelopeAttributes, type Envelope } from '@towncrier/contracts';
import type { Doc } from '@towncrier/storage';
import { z } from 'zod';

/** An event waiting inside the document whose change it reports; written in the same atomic update. */
export const outboxEntry = z.object({ subject: z.string(), envelope: envelopeAttributes });
export interface OutboxEntry {
  readonly subject: string;
  readonly envelope: Envelope<unknown>;
}

/**
 * Fields of a document that carries an outbox. `outboxAt` is null when there is nothing to relay, else the
 * instant it was filled.
 */
export const outboxFields = { outbox: z.array(outboxEntry).max(200), outboxAt: z.string().nullable() };
export interface WithOutbox extends Doc {
  readonly outbox: readonly OutboxEntry[];
  readonly outboxAt: string | null;
}
