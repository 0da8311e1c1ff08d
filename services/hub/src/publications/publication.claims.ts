import { publicationId } from '@towncrier/contracts';
import { z } from 'zod';

/** Most (publications) that are claimed in one go. */
const most = 100;

export const claimsRequest = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: publicationId,
          version: z.int().positive().meta({ description: 'The version that was seen' }),
        }),
      )
      .min(1)
      .max(most),
  })
  .meta({ id: 'ClaimReviews' });
export type ClaimsRequest = z.infer<typeof claimsRequest>;

export const claimsAnswer = z
  .object({
    items: z.array(
      z.discriminatedUnion('claimed', [
        z.object({ id: publicationId, claimed: z.literal(true) }),
        z.object({
          id: publicationId,
          claimed: z.literal(false),
          why: z.string().meta({ description: 'In words, as alone' }),
        }),
      ]),
    ),
  })
  .meta({ id: 'ReviewsClaimed' });
export type ClaimsAnswer = z.infer<typeof claimsAnswer>;
