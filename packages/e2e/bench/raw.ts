import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

/**
 * The ceiling: the same bytes through the same broker to seven durables that do nothing but acknowledge.
 * @returns seconds until the last acknowledgement
 */
export async function rawFanOut(
  url: string,
  payload: Uint8Array,
  count: number,
  durables: number,
): Promise<number> {
  const [publisher, consumer] = [await connect({ servers: url }), await connect({ servers: url })];
  const stream = `RAW_${Date.now()}`;
  const manager = await jetstreamManager(publisher);
  await manager.streams.add({ name: stream, subjects: [`raw.${stream}`], storage: 'file' });
  const loops: Promise<void>[] = [];
  const js = jetstream(consumer);
  for (let i = 0; i < durables; i += 1) {
    await manager.consumers.add(stream, {
      durable_name: `d${i}`,
      ack_policy: 'explicit',
      max_ack_pending: 1000,
    });
    const messages = await (await js.consumers.get(stream, `d${i}`)).consume({ max_messages: 256 });
    loops.push(
      (async () => {
        let seen = 0;
        for await (const message of messages) {
          await message.ackAck();
          seen += 1;
          if (seen === count) break;
        }
      })(),
    );
  }
  const from = performance.now();
  const out = jetstream(publisher);
  for (let sent = 0; sent < count; sent += 64) {
    await Promise.all(
      Array.from({ length: Math.min(64, count - sent) }, (_, i) =>
        out.publish(`raw.${stream}`, payload, { msgID: `${stream}-${sent + i}` }),
      ),
    );
  }
  await Promise.all(loops);
  const seconds = (performance.now() - from) / 1000;
  await manager.streams.delete(stream);
  await publisher.close();
  await consumer.close();
  return seconds;
}
