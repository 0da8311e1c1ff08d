import type { KV } from '@nats-io/kv';
import type { Directory } from './broker.ts';

/** Live entries with the time they were put, over one KV bucket. */
export class KvDirectory implements Directory {
  constructor(
    private readonly bucket: () => Promise<KV>,
    private readonly ttlMs: number,
    private readonly clock: () => Date,
  ) {}

  async put(key: string, value: unknown): Promise<void> {
    await (await this.bucket()).put(key, JSON.stringify(value));
  }

  async list(): Promise<readonly { key: string; value: unknown }[]> {
    const kv = await this.bucket();
    const now = this.clock().getTime();
    const found: { key: string; value: unknown }[] = [];
    for await (const key of await kv.keys()) {
      const entry = await kv.get(key);
      if (entry === null || entry.operation !== 'PUT' || now - entry.created.getTime() > this.ttlMs) continue;
      found.push({ key, value: entry.json() });
    }
    return found.sort((a, b) => a.key.localeCompare(b.key));
  }

  async remove(key: string): Promise<void> {
    await (await this.bucket()).delete(key);
  }
}
