import { loss, lossFinding, severityOf, type Loss } from '@towncrier/content';
import { z } from 'zod';

/** A loss with the sentence that tells an editor of it. */
export const toldLoss = loss
  .extend({ severity: z.enum(['block', 'advise']), message: z.string(), remedy: z.string() })
  .meta({ id: 'ToldLoss' });
export type ToldLoss = z.infer<typeof toldLoss>;

export function told(one: Loss): ToldLoss {
  const { message, remedy } = lossFinding(one);
  return { ...one, severity: severityOf(one), message, remedy };
}
