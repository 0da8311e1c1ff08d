import { DiscardPolicy, JetStreamApiError, RetentionPolicy, StorageType, type JetStreamManager, type StreamConfig } from '@nats-io/jetstream';
import { streams, type StreamName } from '@towncrier/contracts';

const nanos = 1_000_000;
const day = 86_400_000 * nanos;
const notFound = 10059;

/** Limits retention, so that what was acknowledged can be read again; `discard: new`, so that a full stream refuses instead of forgetting. */
function wanted(of: StreamName): Partial<StreamConfig> & { name: string } {
  return {
    name: of.stream, description: of.title, subjects: [...of.subjects],
    retention: RetentionPolicy.Limits, discard: DiscardPolicy.New, storage: StorageType.File,
    max_age: of.maxAgeDays * day, max_bytes: 2 * 1024 ** 3, max_msg_size: 8 * 1024 ** 2, duplicate_window: 10 * 60_000 * nanos, allow_direct: true,
  };
}

/** Creates what is missing and updates what differs; deletes nothing. @returns when each stream was born */
export async function provisionStreams(manager: JetStreamManager, replicas: number): Promise<Record<string, string>> {
  const born: Record<string, string> = {};
  for (const stream of streams) born[stream.stream] = await provision(manager, { ...wanted(stream), num_replicas: replicas });
  return born;
}

async function provision(manager: JetStreamManager, config: Partial<StreamConfig> & { name: string }): Promise<string> {
  const found = await manager.streams.info(config.name).catch((error: unknown) => {
    if (error instanceof JetStreamApiError && error.code === notFound) return null;
    throw error;
  });
  if (found === null) {
    const added = await manager.streams.add(config).catch(async (error: unknown) => {
      // Several services provision at once; one of them wins.
      const now = await manager.streams.info(config.name).catch(() => null);
      if (now === null) throw error;
      return now;
    });
    return added.created;
  }
  const differs = Object.entries(config).some(([key, value]) => JSON.stringify(found.config[key as keyof StreamConfig]) !== JSON.stringify(value));
  if (differs) await manager.streams.update(config.name, config);
  return found.created;
}
