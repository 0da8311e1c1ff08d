import { channelId, publicationId, rowState } from '@towncrier/contracts';
import { z } from 'zod';

export const listQuery = z.strictObject({
  state: rowState.optional(),
  channel: channelId.optional(),
  publication: publicationId.optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const retryBody = z.strictObject({
  reason: z.string().min(1).max(500).optional(),
  /** Whoever asks the same again names it the same. */
  id: z.string().min(1).max(200).optional(),
});
export const byHandBody = z.strictObject({ reason: z.string().min(1).max(500) });
export const deliveryParam = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}:\d+:[a-z][a-z0-9-]+:(publish|withdraw)$/);
