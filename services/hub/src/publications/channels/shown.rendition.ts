import { channelId, rendered, type EditionContent, type Rendered } from '@towncrier/contracts';
import { omission, omissionsIn } from '@towncrier/content';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';

/** What a channel would send, and what of the edition its readers do not find. */
export const shownRendition = rendered
  .omit({ readings: true })
  .extend({ omitted: z.array(omission) })
  .meta({ id: 'ShownRendition' });
export type ShownRendition = z.infer<typeof shownRendition>;

/** What readers do not find, by channel; a channel that leaves nothing out is not in it. */
export const omitted = z.record(channelId, z.array(omission));
export type Omitted = Frozen<z.infer<typeof omitted>>;

export const shownOf = ({ readings = [], ...drawn }: Rendered, content: EditionContent): ShownRendition => ({
  ...drawn,
  omitted: [...omissionsIn(content, readings)],
});
