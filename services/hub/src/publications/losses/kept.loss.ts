import { hashValue, loss, lossFinding, lossKinds, severityOf, type Loss } from '@towncrier/content';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import type { Finding } from '../../http/problem.ts';

/** What an import did not carry over, and who has compared it with the original since. */
export const keptLoss = loss
  .extend({
    key: z.string().meta({ description: 'Names it within its edition; the same loss has the same key' }),
    checked: z.object({ by: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'KeptLoss' });
export type KeptLoss = Frozen<z.infer<typeof keptLoss>>;

/** Long enough for the few hundred losses of an edition. */
const keyLength = 16;
const keyOf = (met: Loss): string => hashValue(met).slice(0, keyLength);

/**
 * The losses of a new source. What somebody has compared before, and which is there again, is not asked again.
 */
export function keptLosses(met: readonly Loss[], before: readonly KeptLoss[] = []): readonly KeptLoss[] {
  return met.map((one) => {
    const key = keyOf(one);
    return { ...one, key, checked: before.find((known) => known.key === key)?.checked ?? null };
  });
}

/** Losses that change what the words mean and that nobody has looked at. */
export const openLosses = (losses: readonly KeptLoss[]): readonly KeptLoss[] =>
  losses.filter((one) => severityOf(one) === 'block' && one.checked === null);

/** A loss as a finding: it stops the edition until somebody has compared it with the original. */
export const findingsOf = (losses: readonly KeptLoss[]): readonly Finding[] =>
  losses.map((one) => {
    const { field, message, remedy } = lossFinding(one);
    const { checked, excerpt } = one;
    return {
      rule: 'import-loss',
      severity: checked === null ? severityOf(one) : 'advise',
      field,
      ...(excerpt === undefined ? {} : { excerpt }),
      message,
      remedy: checked === null ? remedy : `“${checked.by}”已对照原文核对。`,
      source: `导入：${lossKinds[one.kind].title}`,
    };
  });
