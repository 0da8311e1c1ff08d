import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';

export interface WarningDoc extends Doc {
  readonly publication: string | null;
  readonly sender: string;
  readonly sent: string;
  readonly msgType: 'Alert' | 'Update' | 'Cancel';
  readonly status: string;
  readonly headline: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
  /** The message as it came, byte for byte. */
  readonly xml: string;
}
/** `_id` is the identifier of the message; `publication` what it became, null while that is being made. */
export const warnings: CollectionSpec<WarningDoc> = {
  name: 'warnings',
  schema: z.object({
    _id: z.string(),
    version: z.int(),
    publication: z.string().nullable(),
    sender: z.string(),
    sent: z.string(),
    msgType: z.enum(['Alert', 'Update', 'Cancel']),
    status: z.string(),
    headline: z.string(),
    receivedAt: z.string(),
    receivedBy: z.string(),
    xml: z.string(),
  }),
  indexes: [['receivedAt']],
};
