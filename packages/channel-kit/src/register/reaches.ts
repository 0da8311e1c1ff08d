import { isDeepStrictEqual } from 'node:util';
import { audience, everywhere, organisationCode, type EditionReleased } from '@towncrier/contracts';
import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import type { Meant } from './target.declaration.ts';

/** Whom an edition was meant for when it was accepted; immutable, the id is the delivery's. */
export const reachDoc = z.strictObject({
  _id: z.string(),
  version: z.int(),
  audience,
  owner: organisationCode.nullable(),
  /** Of kinds that show what was published before: whom it meant then; it may mean others now. */
  catchingUp: z.array(z.string()),
  /** All others; it never means anybody else. */
  others: z.array(z.string()),
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
  /** Targets of kinds that catch up, by the audience as JSON; good until the register changes. */
  private readonly now = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(
    private readonly docs: Collection<ReachDoc>,
    private readonly resolve: Resolve,
  ) {}

  /** The targets it was meant for. What was accepted before audiences were kept is meant for everywhere. */
  async of(deliveryId: string): Promise<readonly string[]> {
    const kept =
      (await this.docs.get(deliveryId)) ?? (await this.resolve({ audience: everywhere, owner: null }));
    return [...kept.catchingUp, ...kept.others];
  }

  /** Whom it means now. What was accepted before audiences were kept is meant for everywhere. */
  async meant(deliveryId: string): Promise<ReadonlySet<string>> {
    const kept = await this.docs.get(deliveryId);
    const catchingUp = await this.catchingUpNow(
      kept === null ? { audience: everywhere, owner: null } : { audience: kept.audience, owner: kept.owner },
    );
    return kept === null || kept.others.length === 0 ? catchingUp : new Set([...catchingUp, ...kept.others]);
  }

  /** Whether it is meant for everywhere, with nobody left out. */
  async isForEverybody(deliveryId: string): Promise<boolean> {
    const kept = await this.docs.get(deliveryId);
    return kept === null || (kept.audience.scope !== 'some' && kept.audience.except === undefined);
  }

  /** The register has changed. */
  forget(): void {
    this.now.clear();
  }

  /**
   * A correction for the same audience goes to whom its predecessor was meant for: an account or a telephone
   * that came since gets no old news. `earlier` is the delivery of that predecessor.
   */
  async keep(deliveryId: string, event: EditionReleased, earlier: string | null): Promise<void> {
    const meant = { audience: event.audience ?? everywhere, owner: event.owner ?? null };
    const { catchingUp, others } = await this.resolve(meant);
    const before = earlier === null ? null : await this.docs.get(earlier);
    const same = before !== null && isDeepStrictEqual(before.audience, meant.audience);
    await this.docs.insert({
      _id: deliveryId,
      ...meant,
      catchingUp: [...catchingUp],
      others: [...(same ? before.others : others)],
    });
  }

  private catchingUpNow(meant: Meant): Promise<ReadonlySet<string>> {
    const key = JSON.stringify(meant);
    const known = this.now.get(key);
    if (known !== undefined) return known;
    const fresh = this.resolve(meant).then(({ catchingUp }) => new Set(catchingUp));
    this.now.set(key, fresh);
    fresh.catch(() => this.now.delete(key));
    return fresh;
  }
}
