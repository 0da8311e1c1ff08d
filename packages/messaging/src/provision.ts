import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';
import { streams, type StreamName } from '@towncrier/contracts';

type Wanted = Partial<StreamConfig> & { name: string; max_bytes: number; num_replicas: number };

const nanos = 1_000_000;
const day = 86_400_000 * nanos;
const mebibyte = 1024 ** 2;
/** Room for a stream, most wished for first; the second is small enough to leave some for the others. */
const sizes = [2048, 192, 96, 48, 24].map((size) => size * mebibyte);
/** Out of room: resource limits of the account, insufficient resources, memory, storage. */
const noRoom: ReadonlySet<number> = new Set([10002, 10023, 10028, 10047]);

/**
 * Limits retention, so that what was acknowledged can be read again; `discard: new`, so that a full stream
 * refuses instead of forgetting.
 */
function wanted(of: StreamName, replicas: number): Wanted {
  return {
    name: of.stream,
    description: of.title,
    subjects: [...of.subjects],
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    storage: StorageType.File,
    max_age: of.maxAgeDays * day,
    max_bytes: sizes[0] as number,
    max_msg_size: 8 * mebibyte,
    duplicate_window: 10 * 60_000 * nanos,
    allow_direct: true,
    num_replicas: replicas,
  };
}

/**
 * Creates what is missing and, for whoever `keeps` the streams, updates what differs; deletes nothing.
 * @returns when each stream was born
 */
export async function provisionStreams(
  manager: JetStreamManager,
  { replicas, keeps }: { readonly replicas: number; readonly keeps: boolean },
): Promise<Record<string, string>> {
  const born: Record<string, string> = {};
  for (const stream of streams)
    born[stream.stream] = await provision(manager, wanted(stream, replicas), keeps);
  return born;
}

async function provision(manager: JetStreamManager, config: Wanted, keeps: boolean): Promise<string> {
  const found = await manager.streams.info(config.name).catch((error: unknown) => {
    if (codeOf(error) === JetStreamApiCodes.StreamNotFound) return null;
    throw error;
  });
  if (found === null) return add(manager, config);
  const next = { ...config, ...grown(found.config, config) };
  const differs = Object.entries(next).some(
    ([key, value]) => JSON.stringify(found.config[key as keyof StreamConfig]) !== JSON.stringify(value),
  );
  if (differs && keeps) {
    await manager.streams.update(config.name, next).catch(async (error: unknown) => {
      if (!noRoom.has(codeOf(error))) throw error;
      await manager.streams.update(config.name, { ...next, max_bytes: found.config.max_bytes });
    });
  }
  return found.created;
}

/**
 * What an operator made larger stays so: shrinking a full stream would make it refuse, fewer copies would be
 * less safe.
 */
function grown(found: StreamConfig, config: Wanted): { max_bytes: number; num_replicas: number } {
  return {
    max_bytes: found.max_bytes < 0 ? found.max_bytes : Math.max(found.max_bytes, config.max_bytes),
    num_replicas: Math.max(found.num_replicas, config.num_replicas),
  };
}

/** The next size down where the server has no room. */
async function add(manager: JetStreamManager, config: Wanted): Promise<string> {
  try {
    return (await manager.streams.add(config)).created;
  } catch (error) {
    // Several services provision at once; one of them wins.
    const now = await manager.streams.info(config.name).catch(() => null);
    if (now !== null) return now.created;
    const smaller = sizes.find((size) => size < config.max_bytes);
    if (!noRoom.has(codeOf(error)) || smaller === undefined) throw error;
    return add(manager, { ...config, max_bytes: smaller });
  }
}

function codeOf(error: unknown): number {
  return error instanceof JetStreamApiError ? error.code : 0;
}
