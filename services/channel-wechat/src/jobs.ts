import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

const job = z.object({ _id: z.string(), version: z.int(), key: z.string() });
type Job = z.infer<typeof job>;
export const jobs: CollectionSpec<Job> = { name: 'jobs', schemaVersion: 1, schema: job, indexes: [] };

/**
 * Which delivery a publish job of the platform belongs to; only makes a callback quicker than the next look.
 */
export class Jobs {
  constructor(private readonly known: Collection<Job>) {}
  async remember(publishId: string, key: string): Promise<void> {
    await this.known.insert({ _id: publishId, key });
  }
  async keyOf(publishId: string): Promise<string | null> {
    return (await this.known.get(publishId))?.key ?? null;
  }
}
