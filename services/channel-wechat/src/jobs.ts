import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

const job = z.object({ _id: z.string(), version: z.int(), key: z.string() });
type Job = z.infer<typeof job>;
export const jobs: CollectionSpec<Job> = { name: 'jobs', schemaVersion: 1, schema: job, indexes: [] };

/**
 * Which delivery a publish job of an account belongs to; only makes a callback quicker than the next look. The
 * id is `account/job`: two accounts may have a job of the same number.
 */
export class Jobs {
  constructor(private readonly known: Collection<Job>) {}
  async remember(account: string, publishId: string, key: string): Promise<void> {
    await this.known.insert({ _id: `${account}/${publishId}`, key });
  }
  async keyOf(account: string, publishId: string): Promise<string | null> {
    return (await this.known.get(`${account}/${publishId}`))?.key ?? null;
  }
}
