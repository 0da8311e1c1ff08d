import { everywhere, type EditionReleased } from '@towncrier/contracts';
import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import type { Meant } from './target.declaration.ts';

/** Whom an edition was meant for when it was accepted; immutable, the id is the delivery's. */
export const reachDoc = z.strictObject({
  _id: z.string(),
  version: z.int(),
  /** The audience as JSON, to see whether a correction changes it. */
  audience: z.string(),
  targets: z.array(z.string()),
});
export type ReachDoc = z.infer<typeof reachDoc>;
export const reaches: CollectionSpec<ReachDoc> = {
  name: 'reaches',
  schemaVersion: 1,
  schema: reachDoc,
  indexes: [],
};

/** Which active targets an audience means now, split by whether their kind shows what was published before. */
export type Resolve = (
  meant: Meant,
) => Promise<{ readonly catchingUp: readonly string[]; readonly others: readonly string[] }>;

/** Resolves an audience when an edition is accepted, and keeps the answer. */
export class Reaches {
  constructor(
    private readonly docs: Collection<ReachDoc>,
    private readonly resolve: Resolve,
  ) {}

  /** The targets it was meant for; none when it was never resolved. */
  async of(deliveryId: string): Promise<readonly string[]> {
    return (await this.docs.get(deliveryId))?.targets ?? [];
  }

  /**
   * A correction for the same audience goes to whom its predecessor was meant for: an account or a telephone
   * that came since gets no old news. `earlier` is the delivery of that predecessor.
   */
  async keep(deliveryId: string, event: EditionReleased, earlier: string | null): Promise<void> {
    const audience = JSON.stringify(event.audience ?? everywhere);
    const { catchingUp, others } = await this.resolve({
      audience: event.audience ?? everywhere,
      owner: event.owner ?? null,
    });
    const before = earlier === null ? null : await this.docs.get(earlier);
    const same = before !== null && before.audience === audience;
    const targets = [...new Set([...catchingUp, ...(same ? before.targets : others)])];
    await this.docs.insert({ _id: deliveryId, audience, targets });
  }
}
