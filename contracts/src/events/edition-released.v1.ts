import { z } from 'zod';
import { audience } from '../audience.ts';
import { channelId, edition, instant, lane, sha256 } from '../edition.ts';
import { defineEvent } from '../envelope.ts';
import { knownPosting } from '../standing.ts';
import { organisationCode } from '../target.ts';

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
    /** Whom it is meant for; everywhere when absent. */
    audience: audience.optional(),
    /** The organisation that speaks; accounts are chosen by it. */
    owner: organisationCode.optional(),
    /** On a correction: what the ledger knows to stand. Absent when the ledger could not be asked. */
    standing: z.array(knownPosting).optional(),
    releasedAt: instant,
    /** After this a delivery that has not begun is refused as expired. */
    deadline: instant,
    /** When the words cease to be valid; nothing of them is shown or sent after it. Absent where they do not. */
    expiresAt: instant.optional(),
  }),
);
export type EditionReleased = z.infer<typeof editionReleasedV1.data>;
