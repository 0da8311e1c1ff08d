import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';

const warningDoc = z.object({
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
  /** The message as it came, byte for byte. */
  xml: z.string(),
});
export type WarningDoc = Frozen<z.infer<typeof warningDoc>>;
/** `_id` is the identifier of the message; `publication` what it became, null while that is being made. */
export const warnings: CollectionSpec<WarningDoc> = {
  name: 'warnings',
  schemaVersion: 1,
  schema: warningDoc,
  indexes: [['receivedAt']],
};
