import { connectBroker, consume } from '@towncrier/messaging';
import { deliveries, deliveryAcceptedV1, deliverySettledV1, everything } from '@towncrier/contracts';
import type { Publication } from '../src/hub.client.ts';
import { Town, waterNotice } from '../src/town.ts';

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

export interface FanOut {
  readonly publications: number;
  readonly channels: number;
  readonly acceptedSeconds: number;
  readonly settledSeconds: number;
  readonly latenciesMs: readonly number[];
}

/** Screens show their pages one after another, in real time: their acknowledgement says nothing about us. */
const inRealTime = 'led';

/**
 * N approved publications are published at once; the clock stops when the last channel has durably accepted,
 * and when the last is confirmed.
 */
export async function fanOut(town: Town, count: number): Promise<FanOut> {
  const ready: Publication[] = [];
  for (let i = 0; i < count; i += 8)
    ready.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(8, count - i) }, (_, k) =>
          town.approved(waterNotice(`第${i + k + 1}大道`)),
        ),
      )),
    );
  const wanted = new Set(ready.map((p) => p.id));
  const expected = count * town.channels.length;
  const clicked = new Map<string, number>();
  const lastAccepted = new Map<string, { count: number; at: number }>();
  let [accepted, settled, acceptedAt, settledAt] = [0, 0, 0, 0];
  const broker = await connectBroker({ url: town.stack.natsUrl, service: 'bench', log: silent });
  const finished = Promise.withResolvers<void>();
  const loop = await consume({
    broker,
    subject: everything(deliveries),
    stream: deliveries.stream,
    durable: `bench_${Date.now()}`,
    slots: 256,
    deliver: 'new',
    handle: async (raw: unknown) => {
      const event = raw as {
        type: string;
        data: { publication: string; channel: string; acceptedAt?: string; settledAt?: string };
      };
      if (!wanted.has(event.data.publication)) return;
      if (event.type === deliveryAcceptedV1.type) {
        accepted += 1;
        const at = Date.parse(event.data.acceptedAt ?? '');
        const known = lastAccepted.get(event.data.publication) ?? { count: 0, at: 0 };
        lastAccepted.set(event.data.publication, { count: known.count + 1, at: Math.max(known.at, at) });
        if (accepted === expected) acceptedAt = performance.now();
      }
      if (event.type === deliverySettledV1.type && event.data.channel !== inRealTime) {
        settled += 1;
        if (settled === count * (town.channels.length - 1)) {
          settledAt = performance.now();
          finished.resolve();
        }
      }
    },
  });
  const from = performance.now();
  for (let i = 0; i < ready.length; i += 16) {
    await Promise.all(
      ready.slice(i, i + 16).map(async (p) => {
        clicked.set(p.id, Date.now());
        await town.editor.act(p, 'publish');
      }),
    );
  }
  await finished.promise;
  await loop.close();
  await broker.close();
  return {
    publications: count,
    channels: town.channels.length,
    acceptedSeconds: (acceptedAt - from) / 1000,
    settledSeconds: (settledAt - from) / 1000,
    latenciesMs: [...lastAccepted].map(([id, { at }]) => Math.max(0, at - (clicked.get(id) ?? at))),
  };
}
