import { z } from 'zod';
import { channelId, edition, instant, lane, sha256 } from '../edition.ts';
import { defineEvent } from '../envelope.ts';

/** An approved edition went public: carries all that a channel needs, so that no channel ever asks back. */
export const editionReleasedV1 = defineEvent(
  'edition-released.v1',
  z.object({
    lane,
    edition,
    /**
     * The channels approved for this edition and, where it was previewed, the hash of the approved rendition.
     */
    channels: z.array(z.object({ id: channelId, renditionHash: sha256.optional() })).min(1),
    releasedAt: instant,
    /** After this a delivery that has not begun is refused as expired. */
    deadline: instant,
  }),
);
export type EditionReleased = z.infer<typeof editionReleasedV1.data>;
