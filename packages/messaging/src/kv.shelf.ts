import type { KV } from '@nats-io/kv';
import type { Shelf } from './broker.ts';

/** Bytes by their name, over one KV bucket: each name is one message. */
export class KvShelf implements Shelf {
  constructor(private readonly bucket: () => Promise<KV>) {}

  async put(name: string, bytes: Uint8Array): Promise<void> {
    await (await this.bucket()).put(name, bytes);
  }

  async get(name: string): Promise<Uint8Array | null> {
    const entry = await (await this.bucket()).get(name);
    return entry === null || entry.operation !== 'PUT' ? null : entry.value;
  }
}
