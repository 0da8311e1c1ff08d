import { z } from 'zod';
import { toldLoss } from '../../../publications/losses/told.loss.ts';

/**
 * A file as the source of a draft. `losses` tell what of the file is not in it as it was; HTML and Markdown
 * carry them along, for plain text they are handed in beside it.
 */
export const fileSource = z
  .object({
    format: z.enum(['text', 'markdown', 'html']),
    source: z.string(),
    losses: z.array(toldLoss),
  })
  .meta({ id: 'FileSource' });
export type FileSource = z.infer<typeof fileSource>;
